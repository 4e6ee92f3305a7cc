/**
 * What ends in a full stop without ending a sentence, by language. Kept by us because `Intl.Segmenter` knows none
 * (ICU's suppression lists are not exposed to JavaScript). A space in an entry stands for an optional space, so
 * that "z.B." and "z. B." are one entry.
 */
export type Abbreviations = {
  /** Never the end of a sentence: titles, "e.g.". */
  never: string;
  /** May end one; does so only before a word of `starters`. */
  mayEnd: string;
  /** An abbreviation only before a number: "No. 5", but "No." */
  beforeNumber: string;
  /** Words that begin a sentence far more often than they follow an abbreviation. */
  starters: string;
};

const english: Abbreviations = {
  never:
    "Mr.|Mrs.|Ms.|Messrs.|Dr.|Prof.|Gen.|Lt.|Col.|Maj.|Capt.|Cmdr.|Sgt.|Cpl.|Pvt.|Adm.|Brig.|Gov.|Sen.|Rep.|Reps.|Sens.|Pres.|Amb.|Rev.|Fr.|Hon.|Supt.|Insp.|St.|Mt.|Ft.|e. g.|i. e.|cf.|viz.|vs.|v.|approx.|est.|Jan.|Feb.|Mar.|Apr.|Jun.|Jul.|Aug.|Sep.|Sept.|Oct.|Nov.|Dec.|Dept.|Univ.|Assn.|Bros.",
  mayEnd: "a. m.|p. m.|etc.|et al.|Inc.|Corp.|Co.|Ltd.|Jr.|Sr.|Ph. D.|Ave.|Blvd.|Rd.|U. S.|U. N.|U. K.",
  beforeNumber: "No.|Nos.|no.|nos.|p.|pp.|art.|Art.|vol.|Vol.|fig.|Fig.|sec.|Sec.|ch.",
  starters:
    "The|He|She|It|They|We|You|But|And|In|On|At|An|This|That|These|Those|There|His|Her|Its|Their|Our|As|If|When|While|After|Before|However|Meanwhile|According|For|By|With|From|Some|Many|Both|Since|Although|Despite|So|Yet|Then|What|Who|How|Why|Where|Officials",
};

const french: Abbreviations = {
  never:
    "M.|MM.|Mme.|Mlle.|Dr.|Pr.|Me.|Mgr.|St.|Ste.|Gén.|Cdt.|Col.|Lt.|p. ex.|c.-à-d.|cf.|env.|éd.|janv.|févr.|avr.|juill.|sept.|oct.|nov.|déc.|apr.|av.|boul.|tél.",
  mayEnd: "etc.|J.-C.|S. A.|Cie.|É.-U.",
  beforeNumber: "no.|n.|p.|pp.|art.|vol.|chap.|fig.|al.",
  starters:
    "Le|La|Les|Un|Une|Des|Il|Elle|Ils|Elles|On|Nous|Vous|Ce|Cette|Ces|Mais|Et|Dans|En|Selon|Pour|Par|Après|Avant|Puis|Alors|Son|Sa|Ses|Leur|Leurs|Au|Aux|Depuis|Cependant|Quand|Si",
};

const german: Abbreviations = {
  never:
    "Dr.|Prof.|Hr.|Fr.|Frl.|Nr.|Abs.|Art.|St.|Gen.|Lt.|Min.|Dipl.|Ing.|z. B.|d. h.|u. a.|u. U.|i. d. R.|v. a.|s. o.|s. u.|z. T.|z. Z.|o. g.|u. g.|bzw.|ca.|evtl.|ggf.|inkl.|bzgl.|vgl.|sog.|geb.|gest.|Abb.|Bd.|Kap.|Tel.|Jan.|Feb.|Aug.|Sept.|Okt.|Nov.|Dez.|v. Chr.|n. Chr.|Mio.|Mrd.|Tsd.|rd.|max.|mind.|dt.",
  mayEnd: "usw.|usf.|etc.|e. V.|a. D.|Jh.|Std.|Str.|Co.|u. Ä.",
  beforeNumber: "S.|Z.",
  starters:
    "Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|Und|Aber|Doch|In|Im|Am|Auf|Nach|Vor|Mit|Bei|Für|Dann|Danach|Dort|Da|Dies|Diese|Dieser|Dieses|Seine|Ihre|Wenn|Als|Laut|Wie|Was|Wer|Zudem|Jedoch",
};

const spanish: Abbreviations = {
  never:
    "Sr.|Sra.|Srta.|Sres.|Dr.|Dra.|D.|Dña.|Ud.|Uds.|Vd.|Vds.|Gral.|Cnel.|Cap.|Tte.|Lic.|Ing.|Prof.|Profa.|Excmo.|Ilmo.|Sto.|Sta.|Mons.|p. ej.|cf.|aprox.|Avda.|Av.|tel.|ene.|feb.|abr.|ago.|sept.|oct.|nov.|dic.",
  mayEnd: "etc.|EE. UU.|EE.UU.|FF. AA.|RR. HH.|CC. OO.|a. C.|d. C.|a. m.|p. m.|S. A.|Cía.",
  beforeNumber: "núm.|nº.|p.|pág.|págs.|art.|vol.|fig.|cap.",
  starters:
    "El|La|Los|Las|Un|Una|Él|Ella|Ellos|Ellas|Esto|Esta|Este|Estos|Pero|Y|En|Según|Para|Por|Después|Antes|Luego|Entonces|Su|Sus|Al|Desde|Cuando|Si|También|Sin|Con|Además",
};

const arabic: Abbreviations = {
  never: "أ. د.|ق. م.",
  mayEnd: "هـ.|إلخ.|الخ.",
  beforeNumber: "",
  starters: "وقال|وأضاف|وكان|وكانت|وفي|لكن|ثم|كما|وقد|ولم|وأكد|وأوضح",
};

export const ABBREVIATIONS: Readonly<Record<string, Abbreviations>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  ar: arabic,
};
