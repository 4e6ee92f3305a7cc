/** Parts of news-like sentences, our own: one is chosen from each column in turn. */
export type Prose = { subjects: string[]; verbs: string[]; objects: string[]; tails: string[]; stop: string };

export const ENGLISH: Prose = {
  subjects: [
    "The transport ministry",
    "A spokeswoman for the council",
    "The port authority’s director",
    "Inspectors from the labour office",
    "Two members of the committee",
    "The mayor’s chief of staff",
    "Farmers in the northern valley",
    "The national statistics bureau",
  ],
  verbs: [
    "said on Tuesday that",
    "told reporters that",
    "denied in a written reply that",
    "estimated last month that",
    "confirmed after the meeting that",
    "warned again that",
  ],
  objects: [
    "about 4,200 households had lost their water supply",
    "the contract was worth 18.5 million over three years",
    "no permit had been issued for the second quay",
    "the harvest fell by 12 per cent against the year before",
    "three of the five bridges had failed inspection",
    "every applicant received an answer within thirty days",
    "the review would be published before the end of the session",
    "more than half of the staff had been moved to other offices",
  ],
  tails: [
    "although the figures have not been published",
    "according to a document seen by the newspaper",
    "despite an earlier promise to residents",
    "which the opposition disputes",
    "after weeks of negotiations behind closed doors",
    "in the first half of the year",
  ],
  stop: ".",
};

export const ARABIC: Prose = {
  subjects: [
    "وزارة النقل",
    "المتحدثة باسم المجلس البلدي",
    "مدير هيئة الميناء",
    "مكتب الإحصاء الوطني",
    "لجنة التحقيق المستقلة",
    "اتحاد المزارعين في الشمال",
  ],
  verbs: [
    "أعلنت يوم الثلاثاء أن",
    "قالت للصحفيين إن",
    "أكدت بعد الاجتماع أن",
    "نفت في رد مكتوب أن",
    "حذّرت مجددا من أن",
  ],
  objects: [
    "نحو ٤٢٠٠ أسرة فقدت إمدادات المياه",
    "قيمة العقد بلغت ١٨٫٥ مليون على ثلاث سنوات",
    "ثلاثة من الجسور الخمسة لم تجتز الفحص",
    "المحصول انخفض بنسبة ١٢ في المئة عن العام الماضي",
    "نصف الموظفين نُقلوا إلى مكاتب أخرى",
  ],
  tails: [
    "وفق وثيقة اطلعت عليها الصحيفة",
    "رغم وعد سابق للسكان",
    "بعد أسابيع من المفاوضات",
    "في النصف الأول من العام",
  ],
  stop: ".",
};
