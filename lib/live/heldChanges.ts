import { type PendingSubject, subjectKey } from "./pending";
import { type KeptRefusal, keysOf, type QueuedChange, subjectOf } from "./queuedChange";
import type { Waiting } from "./waitingList";

/** What waits, or was refused, about one thing; shown and decided as one. */
export type WaitingGroup = {
  key: string;
  subject: PendingSubject;
  /** In the order in which they were made. */
  changes: readonly QueuedChange[];
  /** The server's no to the first of them; null while they wait. */
  refusal: KeptRefusal | null;
};

/** What waits, by what it is about, in the order in which each thing was first touched. A change of many is a group. */
export function waitingGroups(waiting: readonly Waiting[]): WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  for (const { change, refusal } of waiting) {
    const [step] = change.steps;
    if (!step) continue;
    const subject = subjectOf(step);
    const about = change.steps.length > 1 ? change.id : (keysOf(change)[0] ?? subjectKey(subject));
    const key = `${refusal ? "held" : "waits"}:${about}`;
    const group = groups.get(key);
    if (group) groups.set(key, { ...group, changes: [...group.changes, change] });
    else groups.set(key, { key, subject, changes: [change], refusal });
  }
  return [...groups.values()];
}

/** How much of it waits, and how much needs a decision. */
export function countWaiting(groups: readonly WaitingGroup[]): { waits: number; held: number } {
  const held = groups.filter(({ refusal }) => refusal).length;
  return { held, waits: groups.length - held };
}
