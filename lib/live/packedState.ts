import type { DossierState } from "@/lib/journal/apply";

/** A {@link DossierState} as one string: see {@link packState}. */
export type PackedState = string & { readonly packedState: unique symbol };

/** The collections of a state that can be large. */
const LARGE = ["annotations", "evidence", "cleared", "links", "comments"] as const;

/** A thing, said by what differs from the one before it. */
type Row = { key: string; set: Record<string, unknown>; gone?: string[] };

/**
 * A state as a page carries it. Framework payloads visit and escape every field of every thing, which takes seconds
 * of a server for 10,000 annotations; a string passes through as it is. Neighbours share most of their fields
 * (dossier, article, people, moments), so only what differs from the thing before is written.
 */
export function packState(state: DossierState): PackedState {
  const rows = Object.fromEntries(LARGE.map((name) => [name, rowsOf(state[name])]));
  return JSON.stringify({ ...state, ...rows }) as PackedState;
}

/** The state that was packed. */
export function unpackState(packed: PackedState): DossierState {
  const state = JSON.parse(packed);
  for (const name of LARGE) state[name] = thingsOf(state[name]);
  return state;
}

function rowsOf(things: Readonly<Record<string, object>>): Row[] {
  let before: Record<string, string> = {};
  return Object.entries(things).map(([key, thing]) => {
    const now: Record<string, string> = {};
    const set: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(thing)) {
      if (value === undefined) continue;
      const written = JSON.stringify(value);
      now[field] = written;
      if (before[field] !== written) set[field] = value;
    }
    const gone = Object.keys(before).filter((field) => !(field in now));
    before = now;
    return gone.length > 0 ? { key, set, gone } : { key, set };
  });
}

function thingsOf(rows: readonly Row[]): Record<string, object> {
  let before: Record<string, unknown> = {};
  const entries = rows.map(({ key, set, gone = [] }): [string, object] => {
    const thing: Record<string, unknown> = { ...before, ...set };
    for (const field of gone) delete thing[field];
    before = thing;
    return [key, thing];
  });
  return Object.fromEntries(entries);
}
