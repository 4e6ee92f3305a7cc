import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectParagraphRule, MAX_HEALED_SHOWN, paragraphsFromText } from "@/lib/importing/plainText";

describe("detectParagraphRule", () => {
  test.each([
    ["one line", "One line.", "line"],
    ["nothing", "", "line"],
    ["a line each", "One is here.\nTwo is here.\nThree is here.", "line"],
    ["headlines", "Amnesty declared\nProtests go on\nWorld reacts", "line"],
    ["blank lines between long lines", "One is here.\n\nTwo is here.\n\nThree.", "blank-line"],
    ["wraps in the middle of sentences", "One is\nhere and\nthere.\n\nTwo is\nhere.", "blank-line"],
    ["a wrap behind a hyphen", "First.\n\nThe al-\nAssad speech.\n\nThird.", "blank-line"],
    ["one wrap before a capital", "First.\n\nIt said that\nAssad went.\n\nThird.", "blank-line"],
    [
      "a title, a blank line, then a line each",
      "Title\n\nOne is here.\nTwo is here.\nThree is here.",
      "line",
    ],
    ["lines of white space are blank", "One is here.\n \u00a0\t\nTwo is\nhere.", "blank-line"],
    ["CRLF", "One is\r\nhere.\r\n\r\nTwo is\r\nhere.", "blank-line"],
    ["blank lines at the ends only", "\n\n\nOne is here.\nTwo is here.\n\n", "line"],
    [
      "one wrapped paragraph",
      "The minister said on Tuesday that the new decree\nwould apply to everyone who had been held in the\nnorth since May, and he added that the lists of\nnames were ready.",
      "blank-line",
    ],
    ["Arabic, a line each", "قال الرئيس ذلك.\nثم غادر القاعة.\nوانتهى الاجتماع.", "line"],
    ["Arabic, wrapped", "قال الرئيس،\nثم غادر.\n\nوانتهى الاجتماع.", "blank-line"],
  ])("%s", (_name, text, rule) => expect(detectParagraphRule(text)).toBe(rule));
});

describe("paragraphsFromText", () => {
  test.each([
    ["a hyphen stays, its newline goes", "the al-\nAssad speech", "the al-Assad speech", "hyphen"],
    ["also one that a typesetter may have put", "an amne-\nsty", "an amne-sty", "hyphen"],
    ["a soft hyphen goes with its newline", "an amne\u00ad\nsty", "an amnesty", "hyphen"],
    ["a soft hyphen inside a line stays", "am\u00adnesty\nnow", "am\u00adnesty now", "wrap"],
    ["a newline becomes a space", "said that\nAssad’s rule", "said that Assad’s rule", "wrap"],
    ["spaces around it become one", "said that \t\n  Assad’s rule", "said that Assad’s rule", "wrap"],
    ["a no-break space stays alone", "some 490\u00a0\npeople", "some 490\u00a0people", "wrap"],
    ["a dash between spaces", "power -\na key demand", "power - a key demand", "wrap"],
    ["an attached dash", "power—\na key demand", "power—a key demand", "hyphen"],
    ["a range", "1990–\n1995", "1990–1995", "hyphen"],
    ["a suspended hyphen", "two-\nand three-day trips", "two- and three-day trips", "wrap"],
    ["a compound that begins like a conjunction", "al-\nOrient", "al-Orient", "hyphen"],
    ["Chinese", "総理大臣は\n昨日", "総理大臣は昨日", "wrap"],
    ["Chinese behind a full stop", "来た。\n次", "来た。次", "wrap"],
    ["astral Chinese", "𠀀\n𠀁", "𠀀𠀁", "wrap"],
    ["Chinese beside Latin", "総理大臣\nAbe", "総理大臣 Abe", "wrap"],
    ["Korean has spaces", "대통령은\n어제", "대통령은 어제", "wrap"],
    ["Arabic", "قال\nالرئيس", "قال الرئيس", "wrap"],
    ["CRLF", "said that\r\nAssad", "said that Assad", "wrap"],
    ["emoji", "done 😀\n😀 again", "done 😀 😀 again", "wrap"],
  ])("wrap: %s", (_name, text, joined, kind) => {
    const result = paragraphsFromText(text, "blank-line");
    expect(result.paragraphs).toEqual([joined]);
    expect(result.healed.map((wrap) => wrap.kind)).toEqual([kind]);
  });

  test("shows the words around what it joined", () =>
    expect(paragraphsFromText("President Bashar al-\nAssad said\nso", "blank-line").healed).toEqual([
      { kind: "hyphen", before: "al-\nAssad", after: "al-Assad" },
      { kind: "wrap", before: "said\nso", after: "said so" },
    ]));

  test.each([
    ["byte order mark", "\ufeffOne.", ["One."]],
    ["blank lines at the ends", "\n \nOne.\n\n\n", ["One."]],
    [
      "CR, form feed, separators",
      "One.\rTwo.\fThree.\u2028Four.\u2029Five.",
      ["One.", "Two.", "Three.", "Four.", "Five."],
    ],
    ["spaces at line ends", "  One.\t \n\u3000Two.", ["One.", "Two."]],
    ["spaces inside stay", "One  and\ttwo\u2009.", ["One  and\ttwo\u2009."]],
    ["nothing", "", []],
  ])("line: %s", (_name, text, paragraphs) =>
    expect(paragraphsFromText(text, "line")).toEqual({ rule: "line", paragraphs, healed: [] }),
  );

  test("the rule given wins over the one seen", () => {
    const text = "One is\nhere.\n\nTwo.";
    expect(paragraphsFromText(text, "auto")).toMatchObject({
      rule: "blank-line",
      paragraphs: ["One is here.", "Two."],
    });
    expect(paragraphsFromText(text, "line").paragraphs).toEqual(["One is", "here.", "Two."]);
  });

  test("a text of many short lines is joined whole, its wraps listed up to a number", () => {
    const { paragraphs, healed } = paragraphsFromText("a\n".repeat(200_000), "blank-line");
    expect(paragraphs).toEqual(["a ".repeat(200_000).trimEnd()]);
    expect(healed).toHaveLength(MAX_HEALED_SHOWN);
  });

  const line = fc.oneof(
    fc.constantFrom("", " ", "\r", "al-", "said that", "Assad.", "x\u00ad", "漢", "\u00a0"),
    fc.string({ unit: "grapheme", maxLength: 8 }),
  );
  test("loses no visible character but soft hyphens at line ends, makes no empty paragraph", () =>
    fc.assert(
      fc.property(
        fc.array(line).map((lines) => lines.join("\n")),
        fc.constantFrom("auto" as const, "line" as const, "blank-line" as const),
        (text, rule) => {
          const { paragraphs } = paragraphsFromText(text, rule);
          const visible = (value: string) => value.replace(/[\s\u00ad\u0085]/g, "");
          expect(visible(paragraphs.join(""))).toBe(visible(text));
          for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[^\n\r]*\S[^\n\r]*$/u);
        },
      ),
    ));
});
