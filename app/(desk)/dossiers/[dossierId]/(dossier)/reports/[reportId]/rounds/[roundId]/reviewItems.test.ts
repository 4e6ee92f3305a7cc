import { expect, test } from "vitest";
import type { Snapshot } from "@/lib/reports/snapshot";
import { reviewItems } from "./reviewItems";

const text = `${"word ".repeat(100)}the passage${" after".repeat(100)}`;
const article = { id: "a", title: "T", revision: { text } };
const annotation = (id: string, start: number, end: number) => ({
  id,
  articleId: "a",
  start,
  end,
  exact: text.slice(start, end),
});
const snapshot = {
  articles: [article],
  annotations: [annotation("1", 500, 511), annotation("2", 0, 4)],
  evidence: [{ id: "e", annotationId: "1" }],
  links: [{ id: "l", from: "1", to: "2" }],
} as unknown as Snapshot;

test("each annotation comes with the words around it, its evidence and links; each link with both ends", () => {
  const [first, second, link] = reviewItems(snapshot);
  if (first?.type !== "annotation" || second?.type !== "annotation" || link?.type !== "link")
    throw new Error("order");
  expect(first.passage.before).toMatch(/^… word .*word $/);
  expect(first.passage.after).toMatch(/^ after.*after …$/);
  expect(first.evidence.map(({ id }) => id)).toEqual(["e"]);
  expect(second.passage.before).toBe("");
  expect(second.links.map(({ id }) => id)).toEqual(["l"]);
  expect([link.from.annotation.id, link.to.annotation.id]).toEqual(["1", "2"]);
});
