import { expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import type { Article } from "@/lib/articles/schema";
import type { Link } from "./schema";
import { storedRow } from "./storedRow";

const link = { id: "l", from: "a", to: "b", endsDigest: "" } as Link;
const annotation = (more: Partial<Annotation>): Annotation =>
  ({
    ...{ id: "a", articleId: "x", revisionId: "r", start: 100, end: 110, kind: "claim", exact: "said so" },
    ...{ attributes: {}, prefix: "", suffix: "" },
    ...more,
  }) as Annotation;
const articles = { x: { id: "x", title: "X" } as Article };
const around = (more: Partial<Annotation>) => {
  const row = storedRow(link, { from: annotation(more), to: annotation({}) }, articles);
  return row && [row.from.before, row.from.after];
};

test.each<[string, Partial<Annotation>, [string, string]]>([
  [
    "whole words, and that there is more",
    { prefix: "istry that ", suffix: " and mo" },
    ["… that ", " and …"],
  ],
  ["nothing of another paragraph", { prefix: "end.\nHe ", suffix: ".\nNext" }, ["He ", "."]],
  ["the text's beginning whole", { prefix: "He ", start: 3, suffix: "" }, ["He ", ""]],
])("the words kept with a passage: %s", (_name, more, expected) => {
  expect(around(more)).toEqual(expected);
});

test("there is no card without both ends and their articles", () => {
  expect(storedRow(link, { from: annotation({}), to: undefined }, articles)).toBeNull();
  expect(around({ articleId: "gone" })).toBeNull();
});

test("an end that says something else than when somebody looked asks for another look", () => {
  const ends = { from: annotation({}), to: annotation({ id: "b" }) };
  expect(storedRow({ ...link, endsDigest: "other" }, ends, articles)?.flagged).toBe(true);
});
