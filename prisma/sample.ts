/**
 * The sample dossier: our own writing about two amnesties in Syria, 2011 and 2014, and what was said of them.
 * Facts and the quoted words are public; no sentence is anyone else's.
 */

type SampleAnnotation = {
  key: string;
  exact: string;
  kind: "claim" | "figure" | "official_statement";
  note?: string;
  attributes?: Record<string, unknown>;
};

export type SampleArticle = {
  title: string;
  outlet: string;
  byline: string;
  publishedOn: string;
  language: string;
  paragraphs: string[];
  annotations: SampleAnnotation[];
};

export const sampleTitle = "Two amnesties, 2011 and 2014";

export const sampleArticles: SampleArticle[] = [
  {
    title: "Second amnesty in three weeks as protests go on",
    outlet: "Stet Sample Wire",
    byline: "Sample Desk, Damascus",
    publishedOn: "2011-06-21",
    language: "en",
    paragraphs: [
      "DAMASCUS – For the second time in three weeks, a decree of President Bashar al-Assad promises to forgive crimes: this one reaches every offence committed before 20 June 2011.",
      "State news agency SANA carried the decree on Tuesday and left its details open.",
      "The decree of 31 May had been announced as an amnesty for “all political prisoners”, members of the Muslim Brotherhood among them. How many walked free is disputed; rights groups speak of hundreds.",
      "In Monday’s televised address the president conceded that the May decree had left people unsatisfied and said the new one would reach further, as long as the state’s security was not put at risk.",
      "The Syrian Observatory for Human Rights, which is based in London, counts 1,310 civilians and 341 members of the security forces killed since mid-March. It also says that sixty protesters were detained in Aleppo within a day.",
      "State television reported that “millions” had come out across the country in support of the speech. Reporters in the capital saw a crowd of tens of thousands.",
    ],
    annotations: [
      {
        key: "all-prisoners",
        exact: "an amnesty for “all political prisoners”",
        kind: "official_statement",
        note: "Ask for the text of **Decree 61**: does it say *all*, or is that the announcement?",
        attributes: {
          speaker: "Presidency of Syria",
          via: ["decree of 31 May 2011", "SANA"],
          mode: "mixed",
          saidOn: "2011-05-31",
          eventOn: "2011-05-31",
        },
      },
      {
        key: "hundreds",
        exact: "rights groups speak of hundreds",
        kind: "figure",
        note: "No group is named. Which, and when?",
        attributes: { min: 100, approximate: true, unit: "people released", asOf: "2011-06-21" },
      },
      {
        key: "security",
        exact: "as long as the state’s security was not put at risk",
        kind: "claim",
        attributes: { speaker: "Bashar al-Assad", role: "President", mode: "indirect", saidOn: "2011-06-20" },
      },
      {
        key: "civilians",
        exact: "1,310 civilians",
        kind: "figure",
        attributes: {
          value: 1310,
          unit: "civilians killed",
          asOf: "2011-06-21",
          period: "since mid-March 2011",
        },
      },
      {
        key: "forces",
        exact: "341 members of the security forces",
        kind: "figure",
        attributes: { value: 341, unit: "security forces killed", asOf: "2011-06-21" },
      },
      {
        key: "millions",
        exact: "State television reported that “millions” had come out across the country",
        kind: "official_statement",
        attributes: { speaker: "State television", mode: "indirect", saidOn: "2011-06-21" },
      },
      {
        key: "tens",
        exact: "a crowd of tens of thousands",
        kind: "figure",
        attributes: { min: 10000, approximate: true },
      },
    ],
  },
  {
    title: "After the vote, an amnesty with an exception",
    outlet: "Stet Sample Daily",
    byline: "Sample Desk, Beirut",
    publishedOn: "2014-06-10",
    language: "en",
    paragraphs: [
      "BEIRUT – Days after an election that gave him 88.7 percent of the vote by the official count, President Bashar al-Assad has decreed an amnesty for crimes committed before polling day. Some sentences are lifted; others are only shortened.",
      "One exception decides what the decree is worth: whoever was convicted of “terrorism” stays in prison, state television said. Courts have used that word for fighters and for peaceful opponents alike.",
      "The newspaper al-Thawra, which belongs to the ruling party, wrote of a list of 1,000 names and of 490 people already freed. Human rights groups put the number of those who have disappeared into prisons since 2011 in the tens of thousands.",
      "Justice Minister Najem al-Ahmad called the decree a step towards “social tolerance and national unity”.",
      "Foreign fighters have one month to give themselves up.",
    ],
    annotations: [
      {
        key: "vote",
        exact: "88.7 percent of the vote",
        kind: "figure",
        attributes: { value: 88.7, unit: "percent", asOf: "2014-06-04" },
      },
      {
        key: "terrorism",
        exact: "whoever was convicted of “terrorism” stays in prison, state television said",
        kind: "official_statement",
        note: "The scope hangs on one word. Compare the 2012 counter-terrorism law.",
        attributes: {
          speaker: "State television",
          mode: "indirect",
          saidOn: "2014-06-09",
          eventOn: "2014-06-09",
        },
      },
      {
        key: "opponents",
        exact: "Courts have used that word for fighters and for peaceful opponents alike.",
        kind: "claim",
      },
      {
        key: "freed",
        exact: "490 people already freed",
        kind: "figure",
        attributes: { value: 490, unit: "people released", asOf: "2014-06-10" },
      },
      {
        key: "disappeared",
        exact: "in the tens of thousands",
        kind: "figure",
        attributes: { min: 10000, approximate: true, unit: "people disappeared", period: "since 2011" },
      },
      {
        key: "unity",
        exact: "“social tolerance and national unity”",
        kind: "official_statement",
        attributes: {
          speaker: "Najem al-Ahmad",
          role: "Justice Minister",
          mode: "direct",
          saidOn: "2014-06-09",
        },
      },
    ],
  },
  {
    title: "عفوان في ثلاث سنوات",
    outlet: "نشرة ستيت النموذجية",
    byline: "قسم التدقيق",
    publishedOn: "2014-06-12",
    language: "ar",
    paragraphs: [
      "صدر في سوريا عفوان بينهما ثلاث سنوات: الأول في 31 أيار 2011 وقيل يومها إنه يشمل جميع السجناء السياسيين، والثاني في حزيران 2014 واستثنى المدانين بتهمة الإرهاب.",
      "كتبت صحيفة الثورة أن 490 شخصًا خرجوا بعد المرسوم الأخير. ولم تتمكن منظمات حقوقية من التحقق من هذا الرقم.",
    ],
    annotations: [
      {
        key: "ar-all",
        exact: "يشمل جميع السجناء السياسيين",
        kind: "claim",
        attributes: { saidOn: "2011-05-31" },
      },
      {
        key: "ar-490",
        exact: "490 شخصًا",
        kind: "figure",
        attributes: { value: 490, unit: "people released" },
      },
    ],
  },
];

export const sampleLinks = [
  {
    from: "all-prisoners",
    to: "terrorism",
    relation: "contradicts",
    subtype: "scope",
    sameEvent: "no",
    strength: "apparent",
    rationale:
      "“All” in 2011, an exception in 2014: two decrees, three years apart. They differ in scope; neither refutes the other.",
  },
  {
    from: "security",
    to: "all-prisoners",
    relation: "qualifies",
    rationale: "The condition was added three weeks after the first decree.",
  },
  {
    from: "tens",
    to: "millions",
    relation: "contradicts",
    subtype: "figure",
    sameEvent: "unknown",
    strength: "apparent",
    rationale: "The capital alone against the whole country.",
  },
  { from: "ar-490", to: "freed", relation: "repeats", sameEvent: "yes", rationale: "" },
  { from: "opponents", to: "terrorism", relation: "context", rationale: "" },
] as const;

export const sampleMemo = `## What we checked

Two decrees are often told as one story. The first was announced for **all political prisoners**; the second left out whoever was convicted of *terrorism*. They are different events, and the contradiction is one of scope.

## Still open

- Which rights groups counted the releases of 2011?
- Who drew up the list of 1,000 names?
`;
