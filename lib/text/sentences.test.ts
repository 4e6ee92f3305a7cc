import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGraphemeBoundary } from "@/lib/text/graphemes";
import { sentences } from "@/lib/text/sentences";

const split = (text: string, language: string) =>
  sentences(text, language).map((s) => text.slice(s.start, s.end));

/** `|` marks where one sentence ends and the next begins. */
const CASES: Record<string, string[]> = {
  en: [
    "Mr. Smith met Gen. Lee. | They talked.",
    "The U.S. Senate voted. | The U.N. Security Council did not.",
    "He moved to the U.S. | The move cost little.",
    "J. K. Rowling wrote it. | J.R.R. Tolkien did not.",
    "It rose 3.14 percent. | Nobody knew why.",
    "Few had done anything . . . especially there. | More followed.",
    "Few had done anything . . . Others had.",
    "“Not serious\u2009.\u2009.\u2009.\u2009especially those,” it said. | More followed.",
    "He stopped. . . . | Then he left.",
    "He waited... and left. | She stayed.",
    "“Is it over?” she asked. | Nobody knew.",
    '"Go!" she said. | "Stay!"',
    'He said "Stop." | Then he left.',
    "He said “it is over.” | “We can go.”",
    "‘It ended.’ | (It had not.) | Or had it?",
    "See No. 5 on p. 12. | No. | That is all.",
    "On Jan. 5 they met, e.g. in Homs. | On Dec. 6 they left.",
    "They met at 5 p.m. Monday. | It ended at 6 p.m. | The hall was empty.",
    "1. The decree covers all. | 2. It ends in May.",
    "Acme Inc. shares fell. | Acme Corp. | The end.",
    "Dr. A. Khan, Ph.D. of Oxford, left. | Yahoo! said so.",
    "Is this true?! | Yes… it is.",
    "Done. 🎉",
    "Done. | 🎉 Next one.",
    "A headline without a stop",
    "Prices rose 5%. | “Why?”",
  ],
  fr: [
    "M. Dupont a parlé. | Mme Durand non.",
    "Il a dit : « C’est fini. » | Puis il partit.",
    "« Est-ce fini ? » demanda-t-il. | Oui.",
    "« Voilà\u00a0!\u00a0» | Elle partit.",
    "Voir p. ex. le cas. | Voir aussi p.\u00a0ex. Paris.",
    "J.-M. Le Pen est venu. | Il a parlé.",
    "C’était en 44 av. J.-C. à Rome. | Le fait est connu.",
    "Des pommes, des poires, etc. | Les prix montent.",
    "L’art. 5 le dit. | C’est de l’art. | Voilà tout.",
    "Il a gagné 3,5 points. | Le Dr. Martin doute.",
  ],
  de: [
    "Das gilt z. B. in Berlin. | Das gilt z.B. auch dort.",
    "Das gilt u. a. Für alle nicht.",
    "Am 3. Oktober kam Dr. Müller. | Er blieb.",
    "Im 19. Jahrhundert war das so. | Heute nicht.",
    "Sie wurde 19. | Dann ging sie.",
    "„Ist das wahr?“ | Ja.",
    "„Ist das wahr?“, fragte er. | „Ja.“",
    "»Ist das wahr?« | »Ja.«",
    "Äpfel, Birnen usw. | Die Preise steigen.",
    "Gen. Schmidt, d. h. der General, ging. | Nr. 5 lebt.",
    "Es sind 1.310 Menschen. | Es kostet 3,5 Mio. Euro.",
    "Caesar starb 44 v. Chr. in Rom.",
  ],
  es: [
    "El Sr. Pérez habló. | La Sra. Gómez no.",
    "Dijo: «Ya está.» | Luego se fue.",
    "¿Qué pasa? | ¡Nada!",
    "¡Nada! —dijo ella. | Y se fue.",
    "Los EE. UU. votaron. | Los EE.UU. ganaron.",
    "Viajó a EE. UU. | El viaje fue largo.",
    "Hay casos, p. ej. Homs. | Hay más.",
    "Vea el art. 5 y la pág. 12. | El Gral. López firmó.",
    "Subió 3.5 puntos. | D. Juan lo vio.",
  ],
  ar: [
    "قال الرئيس: «انتهى الأمر.» | ثم غادر.",
    "هل هذا صحيح؟ | نعم!",
    "«هل هذا صحيح؟» سأل الرجل. | نعم.",
    "وصل د. أحمد أمس. | ثم غادر أ. د. محمد.",
    "بلغت النسبة 3.5 في المئة. | ارتفعت الأسعار.",
    "كان ذلك سنة 1432 هـ. تقريبا.",
    "قتل ٤٩٠ شخصا. | وأصيب آخرون.",
    'قال: "انتهى الأمر." | ثم غادر.',
  ],
  und: ["U.S. Senate. | Next."],
  ja: ["これは文です。 | 次の文です。"],
};

describe("sentences", () => {
  for (const [language, cases] of Object.entries(CASES)) {
    test.each(cases)(`${language}: %s`, (marked) => {
      const parts = marked.split(" | ");
      expect(split(parts.join(language === "ja" ? "" : " "), language)).toEqual(parts);
    });
  }

  test.each([
    ["nothing", "", []],
    ["white space", " \u00a0\n \n", []],
    ["never across a newline", "No stop\nMr.\nSmith", ["No stop", "Mr.", "Smith"]],
    ["white space around", "  One.  \n\tTwo.\u00a0 ", ["One.", "Two."]],
    ["only marks", "— “ ”", ["— “ ”"]],
    ["a space that carries a mark", "a.\u0020\u0308\n\u0020\u0308b", ["a.\u0020\u0308", "\u0020\u0308b"]],
  ])("%s", (_name, text, parts) => expect(split(text, "en")).toEqual(parts));

  test("a long block of nothing but stops and quotes does not take for ever", () => {
    expect(sentences("! ".repeat(200_000), "en")).toHaveLength(1);
    expect(sentences('a." '.repeat(20_000), "en").length).toBeGreaterThan(0);
  });

  test.each(["", "x", "not a tag", "__proto__", "en_US", "EN-us"])("bears the language %j", (language) =>
    expect(split("Three came. Two left.", language)).toHaveLength(2),
  );

  const piece = fc.oneof(
    fc.constantFrom(
      ". ",
      ".",
      " . . . ",
      "? ",
      "!» ",
      ' " ',
      "“",
      "” ",
      "« ",
      " »",
      "\n",
      "Mr. ",
      "z. B. ",
      "3.",
      "د. ",
    ),
    fc.constantFrom(
      "The ",
      "said ",
      "A",
      "é",
      "👩‍👩‍👧",
      "\u0308",
      "\u200d",
      "قَ",
      "漢。",
      "\u0600",
      "\u2028",
      "\r\n",
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("").normalize("NFC"));
  const anyLanguage = fc.constantFrom("en", "fr", "de", "es", "ar", "und", "th");

  test("cover every visible character once, in order, within blocks, on grapheme boundaries", () =>
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let last = 0;
        for (const { start, end } of sentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start)).toMatch(/^\s*$/);
          expect(text.slice(start, end)).not.toContain("\n");
          expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true);
          last = end;
        }
        expect(text.slice(last)).toMatch(/^\s*$/);
      }),
      { numRuns: 2000 },
    ));
});
