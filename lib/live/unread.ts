"use client";

import { useSyncExternalStore } from "react";
import { api } from "@/lib/http/client";
import { whoIsTold } from "@/lib/inbox/model";
import type { DossierStore } from "./store";

/** How much the person at this browser has not read; null until it was asked. One number for every page. */
let unread: number | null = null;
let asking: Promise<void> | null = null;
let isOutdated = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Live; `initial` is what the server said when it rendered the page. */
export function useUnread(initial: number): number {
  return useSyncExternalStore(
    subscribe,
    () => unread ?? initial,
    () => initial,
  );
}

/** Takes a number that the server has just said. */
export function setUnread(now: number): void {
  if (now === unread) return;
  unread = now;
  for (const listener of [...listeners]) listener();
}

/** Asks the server, one question at a time; asked again meanwhile, it asks once more. Without a network nothing changes. */
export function refreshUnread(): void {
  if (asking) {
    isOutdated = true;
    return;
  }
  asking = api
    .get<{ unread: number }>("/api/me/inbox/unread")
    .then((answer) => setUnread(answer.unread))
    .catch(() => {})
    .finally(() => {
      asking = null;
      if (isOutdated) {
        isOutdated = false;
        refreshUnread();
      }
    });
}

/**
 * Listens to a dossier's entries and asks for the number as soon as one concerns `userId`: the rule is the server's
 * own. Counting up here instead would count what the page's number already holds.
 */
export function watchForMe(store: DossierStore, userId: string): () => void {
  const unwatch = store.watchEntries((entry, before) => {
    if (whoIsTold(entry, before).some((told) => told.userId === userId)) refreshUnread();
  });
  // Of what was skipped nobody knows whom it concerns.
  const unwatchReloads = store.watchReloads(refreshUnread);
  return () => {
    unwatch();
    unwatchReloads();
  };
}
