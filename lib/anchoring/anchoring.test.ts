import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTEXT_LENGTH, describePassage } from "@/lib/anchoring/describe";
import { resolvePassage } from "@/lib/anchoring/resolve";
import { fromWebSelectors, toWebSelectors } from "@/lib/anchoring/webAnnotation";
import { codePointIndex } from "@/lib/text/codePoints";
import { isGraphemeBoundary, snapToGraphemes } from "@/lib/text/graphemes";

/** A text with the passage in brackets: the text without them, and the passage's offsets. */
function marked(source: string) {
  const start = source.indexOf("[");
  const end = source.indexOf("]") - 1;
  return { text: source.replace("[", "").replace("]", ""), start, end };
}

describe("describe", () => {
  test.each([
    ["whole text", "[amnesty]", "amnesty", "", ""],
    ["short context", "an [amnesty] now", "amnesty", "an ", " now"],
    ["block edge", "one\n[two]\nthree", "two", "one\n", "\nthree"],
    ["across blocks", "o[ne\ntw]o", "ne\ntw", "o", "o"],
    ["emoji", "a 👩‍👩‍👧[ 😀]!", " 😀", "a 👩‍👩‍👧", "!"],
    ["combining mark", "x[e\u0323\u0301]y", "e\u0323\u0301", "x", "y"],
    ["Arabic", "أصدر [الرئيس] عفوا", "الرئيس", "أصدر ", " عفوا"],
  ])("%s", (_name, source, exact, prefix, suffix) => {
    const { text, start, end } = marked(source);
    expect(describePassage(text, start, end)).toEqual({
      position: { type: "TextPositionSelector", start, end },
      quote: { type: "TextQuoteSelector", exact, prefix, suffix },
    });
  });

  test("context ends on a grapheme boundary, inside its limit", () => {
    const text = `👩‍👩‍👧${"a".repeat(25)}X${"b".repeat(31)}e\u0323\u0301`;
    const { quote } = describePassage(text, 33, 34);
    expect(quote).toMatchObject({ exact: "X", prefix: "a".repeat(25), suffix: "b".repeat(31) });
  });

  test.each([
    ["empty", "abc", 1, 1],
    ["reversed", "abc", 2, 1],
    ["before the text", "abc", -1, 2],
    ["past the text", "abc", 1, 4],
    ["not an integer", "abc", 0.5, 2],
    ["half an emoji", "😀", 0, 1],
    ["letter without its mark", "e\u0323", 0, 1],
  ])("refuses a range that is %s", (_name, text, start, end) =>
    expect(() => describePassage(text, start, end)).toThrow(RangeError),
  );
});

describe("resolve", () => {
  const repeated = "the amnesty of May, the amnesty of June";

  test.each([
    ["position", repeated, { position: { start: 24, end: 31 }, quote: { exact: "amnesty" } }, 24, "position"],
    [
      "wrong position, unique quote",
      "an amnesty",
      { position: { start: 0, end: 7 }, quote: { exact: "amnesty" } },
      3,
      "quote",
    ],
    [
      "position at another repeat, context decides",
      repeated,
      { position: { start: 4, end: 11 }, quote: { exact: "amnesty", suffix: " of June" } },
      24,
      "quote",
    ],
    [
      "position of another length",
      "an amnesty",
      { position: { start: 3, end: 9 }, quote: { exact: "amnesty" } },
      3,
      "quote",
    ],
    [
      "position out of the text",
      "an amnesty",
      { position: { start: -4, end: 3 }, quote: { exact: "amnesty" } },
      3,
      "quote",
    ],
    [
      "no position, prefix decides",
      repeated,
      { quote: { exact: "amnesty", prefix: "May, the " } },
      24,
      "quote",
    ],
    ["overlapping repeats told apart", "aXaXa.", { quote: { exact: "aXa", suffix: "." } }, 2, "quote"],
    ["half a grapheme is no match", "e\u0323 e", { quote: { exact: "e" } }, 3, "quote"],
  ] as const)("finds by %s", (_name, text, selectors, start, by) =>
    expect(resolvePassage(text, selectors)).toEqual({
      ok: true,
      start,
      end: start + selectors.quote.exact.length,
      by,
    }),
  );

  test.each([
    ["empty quote", repeated, { position: { start: 3, end: 3 }, quote: { exact: "" } }, "empty_quote"],
    [
      "quote that is nowhere",
      repeated,
      { position: { start: 4, end: 11 }, quote: { exact: "pardons" } },
      "not_found",
    ],
    ["repeated quote", repeated, { quote: { exact: "amnesty" } }, "ambiguous"],
    [
      "other context",
      repeated,
      { position: { start: 4, end: 11 }, quote: { exact: "amnesty", prefix: "an " } },
      "context_mismatch",
    ],
    ["prefix longer than what precedes", "aab", { quote: { exact: "a", prefix: "aaa" } }, "context_mismatch"],
    [
      "half an emoji",
      "😀",
      { position: { start: 0, end: 1 }, quote: { exact: "\ud83d" } },
      "context_mismatch",
    ],
    [
      "letter without its mark",
      "e\u0323",
      { position: { start: 0, end: 1 }, quote: { exact: "e" } },
      "context_mismatch",
    ],
    ["too many repeats", "a".repeat(9_999), { quote: { exact: "a", suffix: "b" } }, "ambiguous"],
  ])("fails loudly on %s", (_name, text, selectors, reason) =>
    expect(resolvePassage(text, selectors)).toEqual({ ok: false, reason }),
  );
});

describe("web annotation selectors", () => {
  test("count in code points", () => {
    const { text, start, end } = marked("😀👩‍👩‍👧 [قال 😀] e\u0323");
    expect(toWebSelectors(describePassage(text, start, end), codePointIndex(text))).toEqual([
      { type: "TextQuoteSelector", exact: "قال 😀", prefix: "😀👩‍👩‍👧 ", suffix: " e\u0323" },
      { type: "TextPositionSelector", start: 7, end: 12 },
    ]);
  });

  test.each([
    ["no quote", [{ type: "TextPositionSelector" as const, start: 0, end: 1 }], null],
    ["no position", [{ type: "TextQuoteSelector" as const, exact: "b" }], { quote: { exact: "b" } }],
    [
      "position outside the text",
      [
        { type: "TextQuoteSelector" as const, exact: "b" },
        { type: "TextPositionSelector" as const, start: 2, end: 9 },
      ],
      { quote: { exact: "b" } },
    ],
  ])("from outside: %s", (_name, selectors, expected) =>
    expect(fromWebSelectors(selectors, codePointIndex("a😀b"))).toEqual(expected),
  );
});

describe("round trips over odd text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "👩‍👩‍👧",
      "🇸🇾",
      "e\u0323\u0301",
      "قَالَ ",
      "الرئيس",
      "\n",
      "the ",
      "the the ",
      "क्ष",
      "漢字",
      "\u00a0",
      "👍🏽",
    ),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );
  const passage = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat())
    .map(([parts, a, b]) => {
      const text = parts.join("").normalize("NFC");
      const [low, high] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      return { text, ...snapToGraphemes(text, low, high) };
    })
    .filter(({ start, end }) => start < end);

  test("range → selectors → the same range, in both countings", () =>
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const selectors = describePassage(text, start, end);
        expect(resolvePassage(text, selectors)).toEqual({ ok: true, start, end, by: "position" });

        const index = codePointIndex(text);
        const web = toWebSelectors(selectors, index);
        const position = web.find((selector) => selector.type === "TextPositionSelector");
        expect([...text].slice(position?.start, position?.end).join("")).toBe(selectors.quote.exact);
        expect(fromWebSelectors(web, index)).toMatchObject({
          position: { start, end },
          quote: { exact: selectors.quote.exact },
        });
      }),
      { numRuns: 1000 },
    ));

  test("the quote alone finds the range or says that it cannot", () =>
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const { quote } = describePassage(text, start, end);
        expect(quote.prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(quote.suffix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(isGraphemeBoundary(text, start - quote.prefix.length)).toBe(true);
        expect(isGraphemeBoundary(text, end + quote.suffix.length)).toBe(true);
        expect([
          { ok: true, start, end, by: "quote" },
          { ok: false, reason: "ambiguous" },
        ]).toContainEqual(resolvePassage(text, { quote }));
      }),
      { numRuns: 1000 },
    ));
});
