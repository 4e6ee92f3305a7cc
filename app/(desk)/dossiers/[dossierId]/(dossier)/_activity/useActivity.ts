"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Activity, ActivityPage } from "@/lib/activity/schema";
import { ApiError, api } from "@/lib/http/client";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import type { ActivityFilter } from "./activityFilter";

const PAGE = 50;
/** A burst of entries is asked for once. */
const GATHER_MS = 300;

type Shown = {
  items: readonly Activity[];
  older: number | null;
  newer: number | null;
  /** What came since, above what is shown; newest first. */
  fresh: readonly Activity[];
};

/** The feed: a page to begin with, older and newer ones when asked for, and what happens meanwhile held back at the top. */
export function useActivity({ person, article, kind, at }: ActivityFilter) {
  const dossierId = useDossier((state) => state.dossier.id);
  const store = useDossierStore();
  const [shown, setShown] = useState<Shown | null>(null);
  const [busy, setBusy] = useState<"older" | "newer" | null>(null);
  const [error, setError] = useState<string | null>(null);

  const read = async (place: { before?: number; after?: number }): Promise<ActivityPage | null> => {
    const query = { ...place, limit: PAGE, person: person ?? undefined, article: article ?? undefined };
    try {
      const options = { query: { ...query, kind: kind ?? undefined } };
      const page = await api.get<ActivityPage>(`/api/dossiers/${dossierId}/activity`, options);
      setError(null);
      return page;
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
      return null;
    }
  };

  const begin = useEffectEvent(() => read(at === null ? {} : { before: at + 1 }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or place is another feed
  useEffect(() => {
    let isStale = false;
    void begin().then((page) => {
      if (page && !isStale) setShown({ ...page, fresh: [] });
    });
    return () => {
      isStale = true;
    };
  }, [dossierId, person, article, kind, at]);

  const gather = useEffectEvent(async () => {
    // Who reads an older stretch is told at its upper end.
    if (!shown || shown.newer !== null) return;
    const top = shown.fresh[0] ?? shown.items[0];
    const page = await read({ after: top?.seq ?? 0 });
    if (!page || page.items.length === 0) return;
    setShown((now) => {
      if (!now) return now;
      const known = (now.fresh[0] ?? now.items[0])?.seq ?? 0;
      return { ...now, fresh: [...page.items.filter(({ seq }) => seq > known), ...now.fresh] };
    });
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void gather(), GATHER_MS);
    };
    const unwatch = store.watchEntries(soon);
    const unwatchReloads = store.watchReloads(soon);
    return () => {
      clearTimeout(timer);
      unwatch();
      unwatchReloads();
    };
  }, [store]);

  const turn = async (way: "older" | "newer") => {
    const from = shown?.[way];
    if (from == null) return;
    setBusy(way);
    const page = await read(way === "older" ? { before: from } : { after: from });
    if (page) {
      setShown((now) => {
        if (!now) return now;
        if (way === "older") return { ...now, items: [...now.items, ...page.items], older: page.older };
        return { ...now, items: [...page.items, ...now.items], newer: page.newer };
      });
    }
    setBusy(null);
  };
  return {
    ...{ shown, busy, error },
    turn,
    showFresh: () => setShown((now) => now && { ...now, items: [...now.fresh, ...now.items], fresh: [] }),
  };
}
