import { describe, expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import type { DossierState } from "@/lib/journal/apply";
import { conflictOf } from "./stepConflict";
import type { SingleStep, Step } from "./steps";
import { emptyStack, forgotten, pushed, redo, undo } from "./undoStack";

const thing = {
  id: "a",
  note: "mine",
  kind: "claim",
  attributes: {},
  articleId: "d",
  updatedBy: "me",
} as unknown as Annotation;
const created: Step = { does: "create", noun: "annotation", thing };
const change: Step = {
  ...{ does: "change", noun: "annotation", id: "a" },
  before: { note: "", attributes: { value: 1, unit: "t" } },
  after: { note: "mine", attributes: {} },
};
const stateWith = (annotation: Partial<Annotation> | null) =>
  ({
    annotations: annotation ? { a: { ...thing, ...annotation } } : {},
    articles: { d: {} },
    ...{ cleared: {}, links: {}, evidence: {}, comments: {} },
  }) as unknown as DossierState;

describe("the stack", () => {
  test("undoes and redoes in order; what was created comes back by restoring", () => {
    const first = undo(pushed(pushed(emptyStack, created), change));
    expect(first?.step).toEqual({ ...change, before: change.after, after: change.before });
    const second = undo(first?.after ?? emptyStack);
    expect(second?.step.does).toBe("delete");
    const again = redo(second?.after ?? emptyStack);
    expect(again?.step.does).toBe("restore");
    expect(redo(again?.after ?? emptyStack)?.step).toEqual(change);
  });

  test("a new step ends what could be redone", () => {
    const undone = undo(pushed(emptyStack, created))?.after ?? emptyStack;
    expect(redo(pushed(undone, change))).toBeNull();
  });

  test("nothing to undo, nothing to redo; a step that cannot be undone is forgotten", () => {
    expect(undo(emptyStack)).toBeNull();
    expect(redo(emptyStack)).toBeNull();
    expect(forgotten(pushed(emptyStack, created), "undo")).toEqual(emptyStack);
  });
});

describe("conflicts", () => {
  const takeBack: SingleStep = { ...change, before: change.after, after: change.before } as SingleStep;
  test.each([
    ["the note still says what I wrote", takeBack, stateWith({}), null],
    ["another field was changed by another", takeBack, stateWith({ kind: "figure", updatedBy: "you" }), null],
    ["the note was changed by another", takeBack, stateWith({ note: "yours" }), /changed/],
    ["it was deleted", takeBack, stateWith(null), /deleted/],
    ["what I made, unchanged", { ...created, does: "delete" } as SingleStep, stateWith({}), null],
    [
      "what I made, changed by another",
      { ...created, does: "delete" } as SingleStep,
      stateWith({ note: "yours", updatedBy: "you" }),
      /changed/,
    ],
    ["brought back already", { ...created, does: "restore" } as SingleStep, stateWith({}), /already/],
    [
      "its article is gone",
      { ...created, does: "restore" } as SingleStep,
      { ...stateWith(null), articles: {} },
      /article/,
    ],
  ])("%s", (_name, step, state, expected) => {
    const reason = conflictOf(step, state, "me");
    if (expected === null) expect(reason).toBeNull();
    else expect(reason).toMatch(expected);
  });
});
