"use client";

import { useSyncExternalStore } from "react";
import { api } from "@/lib/http/client";
import type { Visit } from "@/lib/visits/schema";
import type { DossierStore } from "./store";

/** By dossier: how far the person at this browser has seen it; null where the server could not be asked. */
const visits = new Map<string, Visit | null>();
const listeners = new Set<() => void>();

const QUIET_MS = 30_000;

/** From where "since you were last here" counts; undefined until the server was asked, null when it did not answer. */
export function useVisit(dossierId: string): Visit | null | undefined {
  return useSyncExternalStore(
    subscribe,
    () => visits.get(dossierId),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that the dossier is on screen up to `seq`. Without a network it is said next time. */
export async function markVisit(dossierId: string, seq: number, seen?: true): Promise<void> {
  try {
    visits.set(dossierId, await api.put<Visit>(`/api/dossiers/${dossierId}/visit`, { seq, seen }));
  } catch {
    if (visits.has(dossierId)) return;
    visits.set(dossierId, null);
  }
  for (const listener of [...listeners]) listener();
}

/** Keeps the mark up while a dossier is open and looked at: at once, then at most every half minute. */
export function keepVisit(store: DossierStore, dossierId: string): () => void {
  let marked = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = () => {
    const { seq } = store.getView().server;
    if (document.visibilityState === "hidden" || seq === marked) return;
    marked = seq;
    void markVisit(dossierId, seq);
  };
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      mark();
    }, QUIET_MS);
  };
  /** Coming back may be another visit, even with nothing new. */
  const comeBack = () => {
    marked = -1;
    mark();
  };
  mark();
  const unwatch = store.watchEntries(later);
  document.addEventListener("visibilitychange", comeBack);
  return () => {
    clearTimeout(timer);
    unwatch();
    document.removeEventListener("visibilitychange", comeBack);
    mark();
  };
}
