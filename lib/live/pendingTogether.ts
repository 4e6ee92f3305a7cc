import type { DossierState } from "@/lib/journal/apply";
import { type Overlay, places, type Thing, thingOf, type VersionedNoun } from "./pending";

/** Many new or restored things of one noun, shown in one go; not for an empty list. */
export function puttingTogether<N extends VersionedNoun>(
  noun: N,
  things: readonly (Thing<N> & { id: string })[],
): Overlay {
  const reflectedIn = (state: DossierState) =>
    things.every(({ id, version }) => (thingOf(state, noun, id)?.version ?? 0) >= version);
  return {
    ...about(
      noun,
      things.map(({ id }) => id),
    ),
    show(state) {
      const newer = things.filter(({ id, version }) => (thingOf(state, noun, id)?.version ?? 0) < version);
      if (newer.length === 0) return state;
      const shown = Object.fromEntries(newer.map((one) => [one.id, one]));
      return { ...state, [places[noun]]: { ...state[places[noun]], ...shown } };
    },
    reflectedIn,
  };
}

/** A deletion of many things, each by a write that saw its `version`. */
export function removingTogether(
  noun: VersionedNoun,
  seen: readonly { id: string; version: number }[],
): Overlay {
  const ids = seen.map(({ id }) => id);
  const gone = new Set(ids);
  const reflectedIn = (state: DossierState) =>
    seen.every(({ id, version }) => (thingOf(state, noun, id)?.version ?? version + 1) > version);
  return {
    ...about(noun, ids),
    show: (state) => ({
      ...state,
      [places[noun]]: Object.fromEntries(Object.entries(state[places[noun]]).filter(([id]) => !gone.has(id))),
    }),
    reflectedIn,
  };
}

function about(noun: VersionedNoun, ids: readonly string[]) {
  const [first, ...rest] = ids;
  if (first === undefined) throw new RangeError("A group of no things");
  const subject = (id: string) => ({ noun, id }) as const;
  return { subject: subject(first), others: rest.map(subject) };
}
