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

function createPresenceStore(): PresenceStore {
  const listeners = new Set<() => void>();
  let windows: readonly Presence[] = [];
  let followed: string | null = null;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    receive(event) {
      windows = windowsAfter(windows, event);
      if (!windows.some(({ userId }) => userId === followed)) followed = null;
      tell();
    },
    windows: () => windows,
    everyone: () => ({ all: true, here: windows, gone: [] }),
    followed: () => followed,
    follow(userId) {
      if (followed === userId) return;
      followed = userId;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
