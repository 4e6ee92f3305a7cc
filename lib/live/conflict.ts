import { fieldOf, isSame, type SingleStep, type StepNoun, type StepThings } from "@/lib/desk/steps";
import type { DossierState } from "@/lib/journal/apply";
import type { WaitingGroup } from "./heldChanges";
import { type Thing, thingOf } from "./pending";

type AnyThing = StepThings[StepNoun];

/** One field in which what a person wrote and what stands differ. */
export type ConflictField = { field: string; mine: unknown; theirs: unknown };

/**
 * A refused change beside what stands instead.
 * `fields`: the same thing says something else; to be decided field by field. `twin`: another thing took the place, the
 * fields of mine may go there. `deleted`: it is gone, and can be brought back with mine. `delete`: it was to be deleted
 * and has changed. `settled`: what was wanted is so already. `again`: nothing stands in the way that could be shown.
 */
export type Conflict =
  | { is: "fields" | "twin"; noun: StepNoun; now: AnyThing; fields: readonly ConflictField[] }
  | { is: "deleted"; noun: StepNoun; now: AnyThing; fields: readonly ConflictField[] }
  | { is: "delete"; noun: StepNoun; now: AnyThing }
  | { is: "settled" }
  | { is: "again" };

/** What of a new thing its maker said. */
const said: Record<StepNoun, readonly string[]> = {
  annotation: ["note", "attributes", "tags", "checkStatus", "assignee", "confidence"],
  link: ["subtype", "sameEvent", "strength", "severity", "rationale"],
  evidence: ["stance", "title", "url", "locator", "tier", "note", "retrievedAt"],
  comment: ["body"],
};

/** Both versions of what a refused change is about, from what stands now. Pure. */
export function conflictOf({ changes, refusal }: WaitingGroup, state: DossierState): Conflict {
  const steps = changes.flatMap((change) => change.steps);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || steps.length > changes.length) return { is: "again" };
  if (first.noun === "sentence") return { is: "settled" };
  const { noun } = first;
  const told = refusal?.current as AnyThing | undefined;
  const id = first.does === "change" ? first.id : first.thing.id;
  const standing = thingOf(state, noun, id);
  const mine = mineOf(steps);

  if (first.does === "create" || first.does === "restore") {
    if (standing) return { is: "settled" };
    const twin = told && told.id !== id ? (thingOf(state, noun, told.id) ?? told) : null;
    if (!twin || !("version" in twin) || twin.deletedAt !== null) return { is: "again" };
    // What was left empty in a new thing says nothing against what another wrote; what was emptied later does.
    const filled = said[noun].map((field) => [field, fieldOf(first.thing, field)] as const);
    const all = { ...Object.fromEntries(filled.filter(([, value]) => !isEmpty(value))), ...mine };
    return { is: "twin", noun, now: twin, fields: differing(all, twin) };
  }
  if (last.does === "delete") {
    return standing ? { is: "delete", noun, now: standing } : { is: "settled" };
  }
  if (!standing) {
    if (told?.id !== id || told.deletedAt === null) return { is: "again" };
    return { is: "deleted", noun, now: told, fields: differing(mine, told) };
  }
  const fields = differing(mine, standing);
  return fields.length > 0 ? { is: "fields", noun, now: standing, fields } : { is: "settled" };
}

/** What the changes would have made of the fields, the last word of each. */
function mineOf(steps: readonly SingleStep[]): Record<string, unknown> {
  return Object.assign({}, ...steps.map((step) => (step.does === "change" ? step.after : {})));
}

/** Passages are moved with their words; who checked follows from the verdict. */
const SILENT: readonly string[] = ["start", "end", "checker", "secondChecker"];

function differing(mine: Record<string, unknown>, now: AnyThing): ConflictField[] {
  return Object.entries(mine).flatMap(([field, value]) => {
    const theirs = fieldOf(now, field);
    if (SILENT.includes(field) || isSame(value, theirs)) return [];
    return [{ field, mine: value, theirs }];
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "unchecked" || value === "unknown";
}

/**
 * What to do so that the chosen fields of mine stand; nothing when none is chosen.
 * @param chosen of {@link ConflictField}
 */
export function stepsToKeep(
  group: WaitingGroup,
  conflict: Conflict,
  chosen: readonly string[],
): SingleStep[] {
  switch (conflict.is) {
    case "again":
      return group.changes.flatMap((change) => change.steps);
    case "settled":
      return [];
    case "delete":
      return [{ does: "delete", noun: conflict.noun, thing: conflict.now } as SingleStep];
    default: {
      const { noun, now } = conflict;
      const mine = conflict.fields.filter(({ field }) => chosen.includes(field));
      if (mine.length === 0) return [];
      const after = withWords(
        Object.fromEntries(mine.map(({ field, mine: value }) => [field, value])),
        group,
      );
      const before = Object.fromEntries(Object.keys(after).map((field) => [field, fieldOf(now, field)]));
      const change = { does: "change", noun, id: now.id, before, after } as SingleStep;
      if (conflict.is !== "deleted") return [change];
      const thing = { ...now, version: now.version - 1, deletedAt: null } as Thing<typeof noun>;
      return [{ does: "restore", noun, thing } as SingleStep, change];
    }
  }
}

/** Words go with their place. */
function withWords(after: Record<string, unknown>, { changes }: WaitingGroup): Record<string, unknown> {
  if (!("exact" in after)) return after;
  const { start, end } = mineOf(changes.flatMap(({ steps }) => steps));
  return { ...after, start, end };
}
