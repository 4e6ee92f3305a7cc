import fc from "fast-check";
import { expect, test } from "vitest";
import { payloads } from "@/lib/journal/entries";
import { typesOfKind } from "./kinds";
import { foldRuns } from "./runs";
import { type Activity, activityKinds } from "./schema";

const start = Date.parse("2026-03-10T08:00:00.000Z");
const item = (seq: number, more: Partial<Activity> & { minute?: number } = {}): Activity => ({
  ...{
    seq,
    at: new Date(start + (more.minute ?? seq) * 60_000).toISOString(),
    actor: { id: "A", name: "Ada" },
  },
  ...{ type: "annotation.changed", subject: { type: "annotation", id: `N${seq}` }, did: "changed a claim" },
  ...{ what: "words", isQuote: true, article: { id: "X", title: "An article" }, href: "/", isDeleted: false },
  ...more,
});
const sentences = (items: Activity[], border?: number) =>
  foldRuns(items, border).map(({ did, items: those }) => did ?? those.length);

test("a long run of one person's like deeds in one article is one line", () => {
  expect(sentences([5, 4, 3, 2].map((seq) => item(seq)))).toEqual(["changed 4 annotations"]);
  expect(sentences([3, 2].map((seq) => item(seq)))).toEqual([1, 1]);
  const one = { subject: { type: "annotation", id: "N" } };
  expect(sentences([4, 3, 2].map((seq) => item(seq, one)))).toEqual(["changed 1 annotation"]);
});

test.each<[string, Partial<Activity> & { minute?: number }]>([
  ["another person", { actor: { id: "B", name: "Ben" } }],
  ["another article", { article: { id: "Y", title: "Another" } }],
  ["another deed", { type: "annotation.deleted" }],
])("%s ends a run", (_name, other) => {
  const items = [6, 5, 4, 3, 2, 1].map((seq) => item(seq, seq <= 3 ? other : {}));
  expect(foldRuns(items).map((run) => run.items.length)).toEqual([3, 3]);
});

test("so do a pause and the place where one was last", () => {
  expect(sentences([item(6, { minute: 60 }), ...[3, 2, 1].map((seq) => item(seq))])).toEqual([
    1,
    "changed 3 annotations",
  ]);
  expect(
    sentences(
      [6, 5, 4, 3, 2, 1].map((seq) => item(seq)),
      3,
    ),
  ).toEqual(["changed 3 annotations", "changed 3 annotations"]);
});

test("folding loses nothing and changes no order", () => {
  const some = fc.record({
    actor: fc.constantFrom("A", "B"),
    type: fc.constantFrom("annotation.changed", "member.added"),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), fc.nat(40), (list, border) => {
      const items = list.map(({ actor, type }, i) =>
        item(100 - i, { actor: { id: actor, name: actor }, type }),
      );
      expect(foldRuns(items, 60 + border).flatMap((run) => run.items)).toEqual(items);
    }),
  );
});

test("every type of entry can be found by exactly one kind", () => {
  const types = Object.keys(payloads);
  const found = activityKinds.flatMap((kind) => typesOfKind(kind, types));
  expect(found.sort()).toEqual(types.sort());
});
