import { expect, test } from "vitest";
import type { Snapshot } from "@/lib/reports/snapshot";
import { itemHashes } from "./itemHash";
import { comparedRounds, reviewMaterial } from "./material";
import type { Round } from "./schema";

const annotation = (id: string, note = "") => ({
  ...{ id, articleId: "x", revisionId: "r", start: 0, end: 3, exact: `words of ${id}`, kind: "claim", note },
  ...{
    attributes: {},
    tags: [],
    checkStatus: "unchecked",
    confidence: null,
    checker: null,
    secondChecker: null,
  },
});
const article = {
  id: "x",
  title: "A story",
  language: "en",
  direction: "ltr",
  revision: { text: "The text." },
};
const link = {
  id: "l",
  from: "a",
  to: "b",
  relation: "disputes",
  rationale: "",
  status: "open",
  statusReason: "",
};
const frozen = (annotations: object[], links: object[] = [], evidence: object[] = []) =>
  ({ articles: [article], annotations, links, evidence }) as unknown as Snapshot;
type Decision = "accepted" | "returned" | null;
const round = (number: number, snapshot: Snapshot, decisions: Record<string, Decision> = {}): Round => {
  const items = [...itemHashes(snapshot)].map(([key, contentHash]) => {
    const [type, id = ""] = key.split(":");
    const decision = decisions[id] ?? null;
    return { type, id, contentHash, decision, decidedBy: decision && "rev", makers: ["ed"], reason: "" };
  });
  return { id: `round ${number}`, number, items } as unknown as Round;
};

test("a first round is compared with nothing, and every text is there once", () => {
  const snapshot = frozen([annotation("a"), annotation("b")], [link]);
  const first = round(1, snapshot);
  expect(comparedRounds(first, [first])).toEqual([]);
  const { before, gone, articles } = reviewMaterial(first, snapshot, [first], []);
  expect({ before, gone }).toEqual({ before: {}, gone: [] });
  expect(articles.map(({ text }) => text)).toEqual(["The text."]);
});

test("of a later round only what differs is brought along, and what is gone is named", () => {
  const then = frozen([annotation("a", "Old."), annotation("b"), annotation("c")], [link]);
  const now = frozen([annotation("a", "New."), annotation("b"), annotation("d")]);
  const rounds = [round(2, now), round(1, then, { a: "returned", b: "accepted" })];
  const [second] = rounds;
  if (!second) throw new Error("There is no second round.");
  expect(comparedRounds(second, rounds)).toEqual(["round 1"]);
  const earlier = [{ id: "round 1", number: 1, snapshot: then }];
  const { before, gone } = reviewMaterial(second, now, rounds, earlier);
  expect(Object.keys(before)).toEqual(["annotation:a"]);
  expect(before["annotation:a"]).toMatchObject({ number: 1, annotation: { note: "Old." } });
  expect(gone).toEqual([
    { type: "annotation", id: "c", number: 1, words: "words of c", of: "A story" },
    { type: "link", id: "l", number: 1, words: "words of a", of: "words of b" },
  ]);
});

test("an item is compared with the round in which it was decided on, one never decided on with the last", () => {
  const texts = ["One.", "Two.", "Three."].map((note) =>
    frozen([annotation("a", note), annotation("b", note)]),
  );
  const [one, two, three] = texts;
  if (!one || !two || !three) throw new Error("There are three.");
  const rounds = [round(1, one, { a: "returned" }), round(2, two), round(3, three)];
  const [, , third] = rounds;
  if (!third) throw new Error("There is no third round.");
  expect(comparedRounds(third, rounds).toSorted()).toEqual(["round 1", "round 2"]);
  const earlier = [
    { id: "round 1", number: 1, snapshot: one },
    { id: "round 2", number: 2, snapshot: two },
  ];
  const { before } = reviewMaterial(third, three, rounds, earlier);
  expect(before["annotation:a"]).toMatchObject({ number: 1, annotation: { note: "One." } });
  expect(before["annotation:b"]).toMatchObject({ number: 2, annotation: { note: "Two." } });
});
