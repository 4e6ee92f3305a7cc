"use client";

import { useEffect, useState } from "react";
import type { Entry } from "@/lib/journal/entries";
import { useDossierStore } from "@/lib/live/useDossier";

/** Journal entries from those given on, growing as they arrive; in order, each once. */
export function useEntries(initial: readonly Entry[]): readonly Entry[] {
  const store = useDossierStore();
  const [entries, setEntries] = useState(initial);
  useEffect(
    () =>
      store.watchEntries((entry) =>
        setEntries((known) => (entry.seq > (known.at(-1)?.seq ?? 0) ? [...known, entry] : known)),
      ),
    [store],
  );
  return entries;
}
