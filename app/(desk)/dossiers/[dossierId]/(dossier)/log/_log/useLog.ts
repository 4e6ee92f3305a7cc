"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { LogLine, LogPage } from "@/lib/log/schema";
import { type LogFilter, logAddress, logQuery } from "./logFilter";

type Shown = { items: readonly LogLine[]; next: number | null };

/** The log by a filter: a page to begin with, and older ones when asked for. */
export function useLog(dossierId: string, filter: LogFilter) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const key = logAddress(filter);

  const read = useEffectEvent(async (before?: number): Promise<LogPage | null> => {
    try {
      const query = { ...logQuery(filter), before };
      const page = await api.get<LogPage>(`/api/dossiers/${dossierId}/journal`, { query });
      setError(null);
      return page;
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
      return null;
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => {
    let isStale = false;
    void read().then((page) => {
      if (page && !isStale) setShown(page);
    });
    return () => {
      isStale = true;
    };
  }, [dossierId, key]);

  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    let isStale = false;
    void read(wanted).then((page) => {
      if (isStale) return;
      setIsBusy(false);
      setWanted(null);
      if (page) setShown((now) => now && { items: [...now.items, ...page.items], next: page.next });
    });
    return () => {
      isStale = true;
    };
  }, [wanted]);
  const older = () => {
    setIsBusy(true);
    setWanted(shown?.next ?? null);
  };
  return { shown, isBusy, error, older };
}
