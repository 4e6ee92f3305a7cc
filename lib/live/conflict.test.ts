import { describe, expect, test } from "vitest";
import type { SingleStep } from "@/lib/desk/steps";
import { conflictOf, stepsToKeep } from "./conflict";
import { annotation, another, dossierId, emptyState, me } from "./fakeBrowser";
import { countWaiting, type WaitingGroup, waitingGroups } from "./heldChanges";
import type { Waiting } from "./waitingList";

const id = "00000000-0000-7000-8000-0000000000a0";
const refusal = { status: 409, code: "stale", message: "Someone else changed this." };

const waiting = (steps: SingleStep[], current?: unknown, name = "1"): Waiting => ({
  change: { id: name, dossierId, userId: me, at: "", steps, stands: {} },
  refusal: { ...refusal, current },
});
const edit = (before: object, after: object): SingleStep =>
  ({ does: "change", noun: "annotation", id, before, after }) as SingleStep;
const groupOf = (...all: Waiting[]): WaitingGroup => {
  const [group] = waitingGroups(all);
  if (!group) throw new Error("No group");
  return group;
};
const stateWith = (note: string) => ({
  ...emptyState,
  annotations: { [id]: annotation(id, note, 4, another) },
});

describe("a refused change beside what stands", () => {
  test("is one thing to decide, however often it was typed on; fields that agree are left out", () => {
    const all = [
      waiting([edit({ note: "a" }, { note: "b" })], undefined, "1"),
      waiting([edit({ note: "b", tags: [] }, { note: "c", tags: ["x"], kind: "claim" })], undefined, "2"),
    ];
    expect(countWaiting(waitingGroups(all))).toEqual({ held: 1, waits: 0 });
    const group = groupOf(...all);
    const conflict = conflictOf(group, stateWith("theirs"));
    expect(conflict).toMatchObject({
      is: "fields",
      fields: [
        { field: "note", mine: "c", theirs: "theirs" },
        { field: "tags", mine: ["x"], theirs: [] },
      ],
    });
    expect(stepsToKeep(group, conflict, ["tags"])).toEqual([edit({ tags: [] }, { tags: ["x"] })]);
    expect(stepsToKeep(group, conflict, [])).toEqual([]);
  });

  test("brings back what was deleted, with what was typed", () => {
    const gone = { ...annotation(id, "old", 5, another), deletedAt: "2026-01-01T00:00:00.000Z" };
    const group = groupOf(waiting([edit({ note: "old" }, { note: "typed" })], gone));
    const conflict = conflictOf(group, emptyState);
    expect(conflict).toMatchObject({ is: "deleted", fields: [{ field: "note", mine: "typed" }] });
    expect(stepsToKeep(group, conflict, ["note"])).toMatchObject([
      { does: "restore", thing: { id, version: 4, deletedAt: null } },
      { does: "change", before: { note: "old" }, after: { note: "typed" } },
    ]);
  });

  test("goes to the thing that took its place", () => {
    const twin = annotation(id.replace("a0", "b0"), "their note", 2, another);
    const mine: SingleStep = { does: "create", noun: "annotation", thing: annotation(id, "my note") };
    const group = groupOf(waiting([mine], twin));
    const conflict = conflictOf(group, { ...emptyState, annotations: { [twin.id]: twin } });
    expect(conflict).toMatchObject({
      is: "twin",
      fields: [{ field: "note", mine: "my note", theirs: "their note" }],
    });
    expect(stepsToKeep(group, conflict, ["note"])).toMatchObject([{ does: "change", id: twin.id }]);
  });

  test.each<[string, SingleStep[], ReturnType<typeof stateWith> | typeof emptyState, string]>([
    [
      "a deletion of what has changed",
      [{ does: "delete", noun: "annotation", thing: annotation(id, "") }],
      stateWith("new"),
      "delete",
    ],
    [
      "a deletion of what is gone",
      [{ does: "delete", noun: "annotation", thing: annotation(id, "") }],
      emptyState,
      "settled",
    ],
    ["a change that says what stands", [edit({ note: "a" }, { note: "same" })], stateWith("same"), "settled"],
    [
      "a verdict taken back that another wrote over",
      [edit({ checkStatus: "disputed" }, { checkStatus: "unchecked" })],
      {
        ...emptyState,
        annotations: { [id]: { ...annotation(id, "", 4, another), checkStatus: "confirmed" as const } },
      },
      "fields",
    ],
    ["a change of what nobody can find", [edit({ note: "a" }, { note: "b" })], emptyState, "again"],
  ])("%s", (_what, steps, state, is) => {
    expect(conflictOf(groupOf(waiting(steps)), state)).toMatchObject({ is });
  });
});
