import fc from "fast-check";
import { expect, test } from "vitest";
import { type Stretch, wordDifference } from "./wordDifference";

const marks = { same: "", added: "+", removed: "-" } as const;
const shown = (stretches: Stretch[]) =>
  stretches.map(({ is, text }) => (is === "same" ? text : `[${marks[is]}${text}]`)).join("");

const cases: [string, string, string, string][] = [
  ["nothing changed", "All were freed.", "All were freed.", "All were freed."],
  ["nothing at all", "", "", ""],
  ["written", "", "A first note.", "[+A first note.]"],
  ["emptied", "A first note.", "", "[-A first note.]"],
  [
    "one word",
    "All prisoners were freed.",
    "Some prisoners were freed.",
    "[-All][+Some] prisoners were freed.",
  ],
  ["words in a row are one change", "a dog barks", "the cats barks", "[-a dog][+the cats] barks"],
  ["a word more", "490 were freed", "490 people were freed", "490 [+people ]were freed"],
  ["a number is one word", "1,310 died", "1,651 died", "[-1,310][+1,651] died"],
  ["two places", "one two three four five", "1 two three four 5", "[-one][+1] two three four [-five][+5]"],
  ["Arabic", "أفرج عن جميع السجناء", "أفرج عن بعض السجناء", "أفرج عن [-جميع][+بعض] السجناء"],
  ["a mark between is part of the change", "yes, he said", "no, she said", "[-yes, he][+no, she] said"],
];
test.each(cases)("%s", (_, before, after, expected) => {
  expect(shown(wordDifference(before, after, "en"))).toBe(expected);
});

const word = fc.constantFrom("a", "b", "c", " ", ", ", "\n", "é", "👩‍👧", "ن", "“x”");
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));

test("without what was added it is the earlier text, without what was removed the later one", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stretches = wordDifference(before, after);
      const without = (out: Stretch["is"]) =>
        stretches.flatMap((one) => (one.is === out ? [] : one.text)).join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
      expect(stretches.every((one) => one.text !== "")).toBe(true);
      const repeated = stretches.some((one, i) => one.is === stretches[i - 1]?.is);
      expect(repeated).toBe(false);
    }),
  );
});

test("what is too long to compare word by word is one change between the same ends", () => {
  const long = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word}${i}`).join(" ");
  const stretches = wordDifference(`The same. ${long("a")} End.`, `The same. ${long("b")} End.`);
  expect(stretches.map(({ is }) => is)).toEqual(["same", "removed", "added", "same"]);
});
