import { windowsAfter } from "@/lib/presence/model";
import type { Presence, PresenceEvent } from "@/lib/presence/schema";

/** Who is in one dossier, as this browser has heard; and whom the person here follows. */
export type PresenceStore = {
  /** Takes an event of the stream. */
  receive(event: PresenceEvent): void;
  windows(): readonly Presence[];
  /** Everyone as one event: for another tab that shares this one's stream. */
  everyone(): PresenceEvent;
  followed(): string | null;
  follow(userId: string | null): void;
  subscribe(listener: () => void): () => void;
};

const stores = new Map<string, PresenceStore>();

/** The one store of a dossier in this tab: pages of the same dossier share it. */
export function presenceOf(dossierId: string): PresenceStore {
  const known = stores.get(dossierId);
  if (known) return known;
  const made = createPresenceStore();
  stores.set(dossierId, made);
  return made;
}

/** Whoever loads another page leaves and comes: so long, in ms, one is still following them. */
const LOADING_MS = 10_000;

function createPresenceStore(): PresenceStore {
  const listeners = new Set<() => void>();
  let windows: readonly Presence[] = [];
  let followed: string | null = null;
  let givingUp: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const follow = (userId: string | null) => {
    clearTimeout(givingUp);
    givingUp = undefined;
    if (followed === userId) return;
    followed = userId;
    tell();
  };
  return {
    receive(event) {
      windows = windowsAfter(windows, event);
      const isHere = windows.some(({ userId }) => userId === followed);
      if (isHere) {
        clearTimeout(givingUp);
        givingUp = undefined;
      } else if (followed !== null) {
        givingUp ??= setTimeout(() => follow(null), LOADING_MS);
      }
      tell();
    },
    windows: () => windows,
    everyone: () => ({ all: true, here: windows, gone: [] }),
    followed: () => followed,
    follow,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
