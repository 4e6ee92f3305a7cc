import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finderOf, searchBlocks } from "./find";
import { parseQuery, textSearchQuery } from "./query";

function found(text: string, typed: string): string[] {
  const { query, problem } = parseQuery(typed);
  if (!query) throw new Error(problem);
  return finderOf(text)(query).map(({ start, end }) => text.slice(start, end));
}

describe("what is found", () => {
  test.each([
    [
      "a word by its beginning, whole",
      "Amnesties and amnesty, no clamnesty",
      "AMNEST",
      ["Amnesties", "amnesty"],
    ],
    ["accents folded", "The Élysée said", "elysee", ["Élysée"]],
    ["accents typed where there are none", "The Elysee said", "élysée", ["Elysee"]],
    ["Arabic letters in any form", "أُطلِقَ سراح الأسرى", "اطلق", ["أُطلِقَ"]],
    ["Arabic words with what is joined to them", "وقال إنّ العفو عامّ وبالعفو", "عفو", ["العفو", "وبالعفو"]],
    ["Arabic digits", "خرج ٤٩٠ شخصا", "490", ["٤٩٠"]],
    [
      "words that stand apart, as one stretch",
      "Two were freed. All prisoners left.",
      "freed prisoners",
      ["freed. All prisoners"],
    ],
    ["words in any order", "All prisoners were freed.", "freed prisoners", ["prisoners were freed"]],
    ["the shortest stretch", "freed men, and freed prisoners left", "freed prisoners", ["freed prisoners"]],
    [
      "a short stretch rather than a long one before it",
      "people left and 490 people came",
      "490 people",
      ["490 people"],
    ],
    ["every stretch once", "a b a b b a", "a b", ["a b", "a b", "b a"]],
    ["nothing when a word is missing", "All were freed.", "freed prisoners", []],
    ["nothing across paragraphs", "All were freed.\nThe prisoners", "freed prisoners", []],
    ["a phrase as it was typed", "the State and the state", '"the state"', ["the state"]],
    ["a phrase with other quotes around it", "He said it’s so", "“said it's”", ["said it’s"]],
    ["a phrase over odd spaces", "10\u00a0000 people", '"10 000"', ["10\u00a0000"]],
    ["no part of a longer word in a phrase", "freedom freed", '"freed"', ["freed"]],
    ["a phrase that is being typed", "All prisoners", '"All pris', ["All prisoners"]],
    ["no accents in a phrase", "Élysée", '"Elysee"', []],
    ["not where an unwanted word is", "freed men\nfreed women", "freed -women", ["freed"]],
    ["not where an unwanted phrase is", "all freed\nfreed all", 'freed -"all freed"', ["freed"]],
    ["punctuation around a word left off", "He said: “freed”, twice", "freed,", ["freed"]],
    ["numbers with their commas", "1,310 and 1310", "1,310", ["1,310"]],
    ["inside scripts without spaces", "昨日大阪で", "大阪", ["大阪"]],
    ["an emoji left whole", "Hi 👩‍👩‍👧 there", "there", ["there"]],
  ])("%s", (_name, text, typed, expected) => {
    expect(found(text, typed)).toEqual(expected);
  });
});

test.each([
  ["", "Write a word or a number to look for."],
  ["  ,. ", "Write a word or a number to look for."],
  ['""', "Write a word or a number to look for."],
  ["-war", "Say also what to look for, not only what to leave out."],
  ["x".repeat(201), "Search for fewer words: at most 200 characters."],
  ["a b c d e f g h i j k l m", "Search for fewer words: at most 12 at once."],
])("%j is not searched for, and why is told", (typed, problem) => {
  expect(parseQuery(typed)).toEqual({ query: null, problem });
});

test("what is asked of Postgres is quoted", () => {
  const { query } = parseQuery(`it's o'neil:* "a & b" -c | d`);
  expect(query && textSearchQuery(query)).toBe(
    "'it':* & 's':* & 'o':* & 'neil':* & 'a' & 'b' & 'd':* & !'c':*",
  );
});

test("blocks are the paragraphs; of a very long one, parts", () => {
  expect(searchBlocks("ab\n\ncd")).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 6 },
  ]);
  const long = "word ".repeat(100_000);
  const blocks = searchBlocks(long);
  expect(blocks.length).toBe(10);
  expect(blocks.map(({ start, end }) => long.slice(start, end)).join("")).toBe(long);
});

const word = fc.constantFrom("freed", "Élysée", "العفو", "1,310", "👩‍👩‍👧", "it’s", "–", "大阪", "e\u0301t");
const text = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });

test("any words of a paragraph, in quotes or not, find a passage that has them", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (paragraphs, p, from, count, isQuoted) => {
      const paragraph = paragraphs[p % paragraphs.length] ?? [];
      const first = from % paragraph.length;
      const words = paragraph.slice(first, first + 1 + (count % 4));
      const typed = isQuoted ? `"${words.join(" ")}"` : words.join(" ");
      const { query } = parseQuery(typed);
      fc.pre(query !== null);
      expect(
        found(
          paragraphs
            .map((one) => one.join(" "))
            .join("\n")
            .normalize("NFC"),
          typed,
        ),
      ).not.toEqual([]);
    }),
  );
});

test("nothing that can be typed throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (typed, body) => {
      const { query } = parseQuery(typed);
      if (query) for (const { start, end } of finderOf(body)(query)) expect(start).toBeLessThan(end);
    }),
  );
});
