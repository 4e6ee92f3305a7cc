import fc from "fast-check";
import { expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import { type AnnotationOrder, annotationOrder, byPlace } from "./annotationOrder";

const ids = Array.from({ length: 12 }, (_, i) => `${i}`);
const change = fc.record({
  id: fc.constantFrom(...ids),
  revisionId: fc.constantFrom("r", "r", "other"),
  start: fc.nat(9),
  isDeleted: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(state: Readonly<Record<string, Annotation>>, { id, revisionId, start, isDeleted }: Change) {
  const { [id]: _before, ...others } = state;
  if (isDeleted) return others;
  return { ...others, [id]: { id, revisionId, start, end: start + 1 } as Annotation };
}

test("carried through any changes, the order is that of sorting anew", () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 5 })), (rounds) => {
      let state: Readonly<Record<string, Annotation>> = {};
      let order: AnnotationOrder | null = null;
      for (const round of rounds) {
        state = round.reduce(changed, state);
        order = annotationOrder(order, state, "r");
        const naive = Object.values(state).filter((one) => one.revisionId === "r");
        expect(order.items).toEqual(naive.sort(byPlace));
      }
    }),
  );
});

test("stays the same list when another revision changed, and sorts anew when much did", () => {
  const one = { id: "a", revisionId: "r", start: 5, end: 6 } as Annotation;
  const first = annotationOrder(null, { a: one }, "r");
  const other = { id: "b", revisionId: "other", start: 1, end: 2 } as Annotation;
  expect(annotationOrder(first, { a: one, b: other }, "r").items).toBe(first.items);
  const many = Array.from({ length: 200 }, (_, i) => ({ ...one, id: `m${i}`, start: 200 - i }));
  const all = Object.fromEntries([...many, one].map((annotation) => [annotation.id, annotation]));
  expect(annotationOrder(first, all, "r").items).toEqual([...many, one].sort(byPlace));
});
