import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import type { DossierState } from "@/lib/journal/apply";
import { conflictOf } from "./stepConflict";
import { completed } from "./stepRecord";
import { shownAfter } from "./stepShown";
import { type SingleStep, type Step, stepInWords } from "./steps";
import { type Deed, emptyStack, pushed, replay, revised, standing, type UndoStack } from "./undoStack";

const thing = {
  id: "a",
  note: "mine",
  kind: "claim",
  attributes: {},
  articleId: "d",
  updatedBy: "me",
} as unknown as Annotation;
const created: SingleStep = { does: "create", noun: "annotation", thing };
const change: SingleStep = {
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

const deed = (id: string, step: Step): Deed => ({ id, step, isSaved: true });
const about = (state: DossierState) => ({ state, me: "me", isUnderWay: () => false });

/** Someone's work on a dossier in small: the state, the stack, and who set each field last. */
function session() {
  let stack: UndoStack = emptyStack;
  let state = stateWith(null);
  let count = 0;
  const owners = new Map<string, string>();
  const fields = ["note", "tags", "kind"] as const;
  const own = (before: DossierState, who: string) => {
    for (const id of ["a", "b", "c"]) {
      const [was, is] = [before.annotations[id], state.annotations[id]];
      if (Boolean(was) !== Boolean(is)) owners.set(`${id}.exists`, who);
      for (const field of fields) if (is && was?.[field] !== is[field]) owners.set(`${id}.${field}`, who);
    }
  };
  const does = (step: Step, who: string) => {
    const before = state;
    for (const one of step.does === "together" ? step.steps : [step]) state = shownAfter(one, state, who);
    own(before, who);
  };
  const made = (id: string, who: string): Annotation =>
    ({
      ...thing,
      id,
      note: `${who} ${++count}`,
      tags: [`${who} ${++count}`],
      version: 1,
      updatedBy: who,
      createdBy: who,
    }) as never;
  const stepOf = (what: "create" | "change" | "delete", id: string, who: string): SingleStep | null => {
    const now = state.annotations[id];
    if (what === "create") return now ? null : { does: "create", noun: "annotation", thing: made(id, who) };
    if (!now) return null;
    if (what === "delete") return { does: "delete", noun: "annotation", thing: now };
    const field = count % 2 ? "note" : "tags";
    const after = field === "note" ? { note: `${who} ${++count}` } : { tags: [`${who} ${++count}`] };
    return { does: "change", noun: "annotation", id, before: { [field]: now[field] }, after };
  };
  return {
    state: () => state,
    owners,
    mine(whats: readonly { what: "create" | "change" | "delete"; id: string }[]) {
      const steps: SingleStep[] = [];
      for (const { what, id } of whats) {
        const step = stepOf(what, id, "me");
        if (!step) continue;
        does(step, "me");
        steps.push(step);
      }
      const [only] = steps;
      if (!only) return;
      const step: Step = steps.length === 1 ? only : { does: "together", steps, says: "many changed" };
      stack = pushed(stack, deed(`${++count}`, step));
    },
    others(what: "create" | "change" | "delete", id: string) {
      const step = stepOf(what, id, "you");
      if (step) does(step, "you");
    },
    /** Undoes or redoes; false with nothing left. */
    back(which: "undo" | "redo") {
      const found = replay(stack, which, about(state));
      stack = found.after;
      if (found.step) does(found.step, "me");
      return found.deed !== null;
    },
    /** What is there, without versions. */
    said: () =>
      Object.fromEntries(
        Object.values(state.annotations).map(({ id, note, tags, kind }) => [id, { note, tags, kind }]),
      ),
  };
}

const what = fc.constantFrom("create" as const, "change" as const, "change" as const, "delete" as const);
const one = fc.record({ what, id: fc.constantFrom("a", "b", "c") });
const mine = fc.record({
  who: fc.constant("me" as const),
  whats: fc.array(one, { minLength: 1, maxLength: 4 }),
});
const others = one.map((step) => ({ who: "you" as const, ...step }));
const backs = fc.record({ who: fc.constantFrom("undo" as const, "redo" as const) });

describe("whatever happens", () => {
  test("undo and redo change only what I set last", () => {
    const moves = fc.array(fc.oneof(mine, others, backs, backs), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (all) => {
        const desk = session();
        for (const move of all) {
          if (move.who === "me") desk.mine(move.whats);
          else if (move.who === "you") desk.others(move.what, move.id);
          else {
            const [before, setBy] = [desk.state(), new Map(desk.owners)];
            desk.back(move.who);
            const after = desk.state();
            for (const id of ["a", "b", "c"]) {
              const [was, is] = [before.annotations[id], after.annotations[id]];
              if (was === is) continue;
              if (Boolean(was) !== Boolean(is)) expect(setBy.get(`${id}.exists`)).toBe("me");
              for (const field of ["note", "tags"] as const) {
                if (was && was[field] !== is?.[field]) expect(setBy.get(`${id}.${field}`)).toBe("me");
              }
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("alone: undoing all leads to the start, redoing all to the end", () => {
    fc.assert(
      fc.property(fc.array(mine, { maxLength: 20 }), (all) => {
        const desk = session();
        for (const { whats } of all) desk.mine(whats);
        const end = desk.said();
        while (desk.back("undo"));
        expect(desk.said()).toEqual({});
        while (desk.back("redo"));
        expect(desk.said()).toEqual(end);
      }),
    );
  });
});

describe("the stack", () => {
  test("undoes and redoes in order; what was created comes back by restoring", () => {
    const stack = pushed(pushed(emptyStack, deed("1", created)), deed("2", change));
    const first = replay(stack, "undo", about(stateWith({})));
    expect(first.step).toEqual({ ...change, before: change.after, after: change.before });
    const second = replay(first.after, "undo", about(stateWith({})));
    expect(second.step?.does).toBe("delete");
    const third = replay(second.after, "redo", about(stateWith(null)));
    expect(third.step?.does).toBe("restore");
    expect(
      replay(third.after, "redo", about(stateWith({ note: "", ...{ attributes: { value: 1, unit: "t" } } })))
        .step,
    ).toEqual(change);
  });

  test("a new step ends what could be redone", () => {
    const { after } = replay(pushed(emptyStack, deed("1", created)), "undo", about(stateWith({})));
    expect(replay(pushed(after, deed("2", change)), "redo", about(stateWith({}))).deed).toBeNull();
  });

  test("of many steps, those that can be undone are; the others are named and forgotten", () => {
    const b = { ...thing, id: "b" };
    const both: Step = {
      does: "together",
      says: "2 passages tagged",
      steps: [created, { ...created, thing: b }],
    };
    const state = stateWith({ note: "yours" });
    const now = { ...state, annotations: { ...state.annotations, b } };
    const { step, hindrances, after } = replay(pushed(emptyStack, deed("1", both)), "undo", about(now));
    expect(step).toEqual({ ...both, steps: [{ ...created, does: "delete", thing: b }] });
    expect(hindrances).toEqual([
      { step: { ...created, does: "delete" }, reason: expect.stringMatching(/changed/) },
    ]);
    expect(replay(after, "redo", about(stateWith(null))).step).toMatchObject({
      steps: [{ does: "restore", thing: b }],
    });
  });

  test("a deed that was lost with its page is passed over, one that can be undone is not", () => {
    const lost = { id: "2", step: { ...created, thing: { ...thing, id: "z" } }, isSaved: false };
    const stack = pushed(pushed(emptyStack, deed("1", created)), lost);
    expect(replay(stack, "undo", about(stateWith({}))).deed?.id).toBe("1");
    const underWay = { ...about(stateWith({})), isUnderWay: (id: string) => id === "2" };
    expect(replay(stack, "undo", underWay)).toMatchObject({ deed: { id: "2" }, step: null });
  });

  test("what was refused is taken out wherever it stands; the oldest go first", () => {
    const stack = pushed(pushed(emptyStack, deed("1", created)), deed("2", change));
    expect(revised(stack, "1", () => null).done).toEqual([deed("2", change)]);
    let long: UndoStack = emptyStack;
    for (let i = 0; i < 300; i++) long = pushed(long, deed(`${i}`, created));
    expect(long.done.length).toBeLessThan(300);
    expect(long.done.at(-1)?.id).toBe("299");
  });
});

test("another kind drops attributes, and taking it back brings them back", () => {
  const state = stateWith({
    kind: "figure",
    attributes: { value: 3 },
    checkStatus: "confirmed",
    checker: "me",
  });
  const step: Step = { ...change, before: { kind: "figure" }, after: { kind: "claim" } } as SingleStep;
  expect(completed(step, state)).toMatchObject({
    before: { kind: "figure", attributes: { value: 3 } },
    after: { kind: "claim", attributes: {} },
  });
  const moved: Step = { ...change, before: {}, after: { start: 0, end: 1, exact: "T" } } as SingleStep;
  expect(completed(moved, state)).toMatchObject({
    before: { checkStatus: "confirmed", checker: "me" },
    after: { checkStatus: "unchecked" },
  });
});

test("a step in words", () => {
  expect(stepInWords(created)).toBe("annotation created");
  expect(stepInWords({ does: "together", says: "12 passages tagged", steps: [] })).toBe("12 passages tagged");
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

test("a deed named by its id is undone only while nothing was done after it", () => {
  const first = pushed(emptyStack, deed("1", created));
  const both = pushed(first, deed("2", change));
  expect(standing(first, "1")).toBe("last");
  expect(standing(both, "1")).toBe("covered");
  const { after } = replay(both, "undo", about(stateWith({})));
  expect(standing(after, "2")).toBe("gone");
  expect(standing(after, "1")).toBe("last");
  expect(
    standing(
      revised(first, "1", () => null),
      "1",
    ),
  ).toBe("gone");
});
