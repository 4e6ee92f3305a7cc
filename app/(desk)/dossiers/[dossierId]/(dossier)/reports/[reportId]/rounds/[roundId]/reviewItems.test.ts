import { expect, test } from "vitest";
import type { ReviewMaterial } from "@/lib/reviews/material";
import { reviewItems, wordsAround } from "./reviewItems";

const text = `${"word ".repeat(100)}the passage${" after".repeat(100)}`;
const annotation = (id: string, start: number, end: number) => ({
  id,
  articleId: "a",
  start,
  end,
  exact: text.slice(start, end),
});
const material = {
  articles: [{ id: "a", title: "T", text }],
  annotations: [annotation("1", 500, 511), annotation("2", 0, 4)],
  evidence: [{ id: "e", annotationId: "1" }],
  links: [{ id: "l", from: "1", to: "2" }],
} as unknown as ReviewMaterial;

test("each annotation comes with its evidence and links; each link with both ends; numbered in order", () => {
  const items = reviewItems(material);
  const [first, second, link] = items;
  if (first?.type !== "annotation" || second?.type !== "annotation" || link?.type !== "link")
    throw new Error("order");
  expect(first.evidence.map(({ id }) => id)).toEqual(["e"]);
  expect(first.links).toMatchObject([{ isFrom: true, other: { annotation: { id: "2" } } }]);
  expect(second.links).toMatchObject([{ isFrom: false, other: { annotation: { id: "1" } } }]);
  expect([link.from.annotation.id, link.to.annotation.id]).toEqual(["1", "2"]);
  expect(items.map(({ place }) => place)).toEqual([0, 1, 2]);
});

test("the words around a passage begin and end between words, and say where the article goes on", () => {
  const [first, second] = reviewItems(material);
  if (first?.type !== "annotation" || second?.type !== "annotation") throw new Error("order");
  expect(wordsAround(first.passage).before).toMatch(/^… word .*word $/);
  expect(wordsAround(first.passage).after).toMatch(/^ after.*after …$/);
  expect(wordsAround(second.passage).before).toBe("");
});
