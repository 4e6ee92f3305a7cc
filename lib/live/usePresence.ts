"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { uuidv7 } from "uuidv7";
import { ApiError, api } from "@/lib/http/client";
import { type Person, peopleOf } from "@/lib/presence/model";
import { useTab } from "./DossierProvider";
import { presenceOf } from "./presence";
import { createTeller, type Place, type Teller } from "./presenceTeller";
import { useDossier, useView } from "./useDossier";

const nobody: readonly Person[] = [];

/** Who else is in the dossier now, by name. Nobody while the server cannot be reached. */
export function usePeople(): readonly Person[] {
  const { userId } = useTab();
  const presence = presenceOf(useDossier((state) => state.dossier.id));
  const members = useDossier((state) => state.members, Object.is);
  const isHeard = useView((view) => view.status === "live" || view.status === "connecting");
  const windows = useSyncExternalStore(presence.subscribe, presence.windows, noWindows);
  return useMemo(
    () => (isHeard ? peopleOf(windows, members, userId) : nobody),
    [isHeard, windows, members, userId],
  );
}

const empty: ReturnType<ReturnType<typeof presenceOf>["windows"]> = [];
const noWindows = () => empty;

/** Whom the person here follows, and how to begin and end it. */
export function useFollowed(): { followed: Person | null; follow(userId: string | null): void } {
  const presence = presenceOf(useDossier((state) => state.dossier.id));
  const userId = useSyncExternalStore(presence.subscribe, presence.followed, () => null);
  const people = usePeople();
  const followed = people.find((person) => person.userId === userId) ?? null;
  return { followed, follow: presence.follow };
}

const tellers = new Map<string, Teller>();

/** One teller for each dossier this window has shown. */
function tellerOf(dossierId: string): Teller {
  const known = tellers.get(dossierId);
  if (known) return known;
  const tab = uuidv7();
  const path = `/api/dossiers/${dossierId}/presence`;
  const made = createTeller({
    put: (place) =>
      api.put(path, { tab, ...place }).then(
        () => "told" as const,
        (error: unknown) =>
          error instanceof ApiError && [401, 403, 404].includes(error.status) ? "never" : "not now",
      ),
    leave() {
      const headers = { "content-type": "application/json" };
      // Goes out even when the page is gone.
      const init = { method: "DELETE", keepalive: true, headers, body: JSON.stringify({ tab }) };
      void fetch(path, init).catch(() => {});
    },
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  tellers.set(dossierId, made);
  return made;
}

/**
 * Tells the dossier where this window is for as long as the page shows; `place` null tells nothing.
 * The result says that something may have moved.
 *
 * @param place a new function stands for a new place; what it answers is asked when there is time to tell
 */
export function useTelling(place: (() => Place | null) | null): () => void {
  const dossierId = useDossier((state) => state.dossier.id);
  useEffect(() => {
    if (!place) return;
    const teller = tellerOf(dossierId);
    const stand = () => teller.stand(place);
    stand();
    window.addEventListener("pagehide", teller.leave);
    // Back out of the browser's own store of pages.
    window.addEventListener("pageshow", stand);
    return () => {
      teller.rest();
      window.removeEventListener("pagehide", teller.leave);
      window.removeEventListener("pageshow", stand);
    };
  }, [dossierId, place]);
  return useMemo(() => () => tellerOf(dossierId).moved(), [dossierId]);
}
