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
  const rows: Row[] = [];
  let before: Record<string, unknown> = {};
  for (const key in things) {
    const now = things[key] as Record<string, unknown>;
    const set: Record<string, unknown> = {};
    for (const field in now) {
      if (now[field] !== undefined && !isSame(before[field], now[field])) set[field] = now[field];
    }
    const gone: string[] = [];
    for (const field in before) {
      if (before[field] !== undefined && now[field] === undefined) gone.push(field);
    }
    before = now;
    rows.push(gone.length > 0 ? { key, set, gone } : { key, set });
  }
  return rows;
}

/** Whether two values are written the same. Most are strings, for which that need not be found out by writing them. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
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
