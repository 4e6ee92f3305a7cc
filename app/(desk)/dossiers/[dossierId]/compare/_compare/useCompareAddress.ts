"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type CompareQuery, comparePath, compareQuery, swapped } from "../comparePath";

/** The address is what is compared: a reload, the way back, and a colleague who is sent it see the same. */
export type CompareAddress = {
  /** Remembers what is open, without an entry in the history. */
  keep(change: Partial<CompareQuery>): void;
  /** Shows something else on a side, as a step that the way back leads out of. */
  show(side: "left" | "right", article: { articleId: string; revisionId?: string }): void;
  swap(): void;
};

export function useCompareAddress(dossierId: string): CompareAddress {
  const router = useRouter();
  return useMemo(() => {
    const now = () => compareQuery.parse(Object.fromEntries(new URLSearchParams(location.search)));
    return {
      keep(change) {
        const query = new URLSearchParams(location.search);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) query.delete(name);
          else query.set(name, value);
        }
        const next = `?${query}`;
        if (next !== location.search) history.replaceState(null, "", location.pathname + next);
      },
      show(side, { articleId, revisionId }) {
        const query = new URLSearchParams(location.search);
        // What was open and filtered on this side belongs to what stood there before.
        for (const name of [...query.keys()])
          if (name.startsWith(side) && name !== "side") query.delete(name);
        query.set(side, articleId);
        if (revisionId) query.set(`${side}Revision`, revisionId);
        router.push(`${location.pathname}?${query}`);
      },
      swap: () => router.push(comparePath(dossierId, swapped(now()))),
    };
  }, [dossierId, router]);
}
