import { expect, test } from "vitest";
import { LONGEST_TAG, MOST_TAGS, withTag } from "./tagInput";

test.each([
  ["prison", ["a", "prison"]],
  ["  two   words ", ["a", "two words"]],
  ["prison,", ["a", "prison"]],
  [" , ", ["a"]],
])("“%s” is added as people mean it", (typed, tags) => {
  expect(withTag(["a"], typed)).toEqual({ tags, error: null });
});

test.each([
  [["A"], "a", /already/],
  [[], "x".repeat(LONGEST_TAG + 1), /at most 50 characters; this one has 51/],
  [Array.from({ length: MOST_TAGS }, (_, i) => `${i}`), "one more", /at most 30/],
])("one too many, too long or there already says so", (tags, typed, why) => {
  expect(withTag(tags, typed).error).toMatch(why);
});
