import { expect, test } from "vitest";
import { characterDirection } from "./characterDirection";

const mixed = "قال Obama إن 490 شخصا، خرجوا";

test.each<[string, string, "ltr" | "rtl", "ltr" | "rtl"]>([
  ["an Arabic letter, wherever", "ق", "ltr", "rtl"],
  ["a Latin letter amid Arabic", "Obama", "rtl", "ltr"],
  ["a digit amid Arabic", "490", "rtl", "ltr"],
  ["a comma between Arabic words", "،", "ltr", "rtl"],
  ["a space between Arabic and Latin is the article's", " Obama", "rtl", "rtl"],
  ["a space between Arabic and Latin is the article's, the other way", " Obama", "ltr", "ltr"],
  ["a space before a number among Arabic", " 490", "ltr", "rtl"],
])("%s", (_name, at, article, expected) => {
  expect(characterDirection(mixed, mixed.indexOf(at), article)).toBe(expected);
});

test.each<[string, string, number, "ltr" | "rtl", "ltr" | "rtl"]>([
  ["a full stop at the end of a paragraph", "مرحبا.\nNext", 5, "rtl", "rtl"],
  ["the next paragraph does not count", "مرحبا.\nNext", 5, "ltr", "ltr"],
  ["an emoji between Latin words", "a 👩‍👩‍👧 b", 2, "rtl", "ltr"],
  ["nothing but signs", "…", 0, "rtl", "rtl"],
])("%s", (_name, text, offset, article, expected) => {
  expect(characterDirection(text, offset, article)).toBe(expected);
});
