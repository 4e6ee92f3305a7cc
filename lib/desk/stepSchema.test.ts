import { expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import { packedStack, unpackedStack } from "./stepSchema";
import { emptyStack, pushed } from "./undoStack";

const at = "2024-05-01T10:00:00.000Z";
const id = "0190a000-0000-7000-8000-000000000001";
const thing: Annotation = {
  ...{ id, dossierId: id, articleId: id, revisionId: id, start: 0, end: 3, exact: "The" },
  ...{ prefix: "", suffix: "", kind: "claim", note: "", attributes: {}, tags: [], checkStatus: "unchecked" },
  ...{ confidence: null, assignee: null, checker: null, secondChecker: null, version: 1 },
  ...{ createdBy: id, updatedBy: id, createdAt: at, updatedAt: at, deletedAt: null },
};
const stack = pushed(
  pushed(emptyStack, { id: "1", step: { does: "create", noun: "annotation", thing }, isSaved: true }),
  {
    id: "2",
    isSaved: false,
    step: {
      does: "together",
      says: "2 changed",
      steps: [
        { does: "change", noun: "annotation", id, before: { note: "" }, after: { note: "x" } },
        { does: "change", noun: "comment", id, before: { resolved: false }, after: { resolved: true } },
      ],
    },
  },
);

test("a stack comes back as it was kept", () => {
  expect(unpackedStack(packedStack(stack))).toEqual(stack);
});

const kept = packedStack(stack) as { done: object[] };
test.each<[string, unknown]>([
  ["nothing", undefined],
  ["text", "[]"],
  ["another shape", { ...kept, shape: 0 }],
  [
    "a step nobody knows",
    { ...kept, done: [...kept.done, { id: "3", isSaved: true, step: { does: "dance" } }] },
  ],
  [
    "a field that no step sets",
    {
      ...kept,
      undone: [
        {
          id: "3",
          isSaved: true,
          step: { ...{ does: "change", noun: "annotation", id }, before: {}, after: { dossierId: id } },
        },
      ],
    },
  ],
])("%s is thrown away", (_name, wrong) => {
  expect(unpackedStack(wrong)).toEqual(emptyStack);
});
