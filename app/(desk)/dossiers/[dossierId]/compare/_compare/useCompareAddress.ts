"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { type CompareQuery, comparePath, compareQuery, swapped } from "../comparePath";

/** The address is what is compared: a reload, the way back, and a colleague who is sent it see the same. */
export type CompareAddress = {
  /** Remembers what is open, without an entry in the history. */
  keep(change: Partial<CompareQuery>): void;
  /** Shows something else on a side, as a step that the way back leads out of. */
  show(side: "left" | "right", article: { articleId: string; revisionId?: string }): void;
  swap(): void;
};

/** What changes while someone walks through annotations is written once they stop: browsers refuse to be told of each. */
const PAUSE_MS = 300;

export function useCompareAddress(dossierId: string): CompareAddress {
  const router = useRouter();
  const address = useMemo(() => {
    let waiting: Partial<CompareQuery> = {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      const query = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(waiting)) {
        if (value === undefined) query.delete(name);
        else query.set(name, value);
      }
      waiting = {};
      const next = `?${query}`;
      if (next !== location.search) history.replaceState(null, "", location.pathname + next);
    };
    return {
      write,
      /** The way back or forward was taken: what was open is not what this address says. */
      forget() {
        waiting = {};
        clearTimeout(timer);
      },
      keep(change: Partial<CompareQuery>) {
        waiting = { ...waiting, ...change };
        clearTimeout(timer);
        timer = setTimeout(write, PAUSE_MS);
      },
      show(side: "left" | "right", { articleId, revisionId }: { articleId: string; revisionId?: string }) {
        write();
        const query = new URLSearchParams(location.search);
        // What was open and filtered on this side belongs to what stood there before.
        for (const name of [...query.keys()]) if (name.startsWith(side)) query.delete(name);
        query.set(side, articleId);
        if (revisionId) query.set(`${side}Revision`, revisionId);
        router.push(`${location.pathname}?${query}`);
      },
      swap() {
        write();
        const now = compareQuery.parse(Object.fromEntries(new URLSearchParams(location.search)));
        router.push(comparePath(dossierId, swapped(now)));
      },
    };
  }, [dossierId, router]);
  useEffect(() => {
    const { write, forget } = address;
    const home = location.pathname;
    window.addEventListener("pagehide", write);
    window.addEventListener("popstate", forget);
    return () => {
      window.removeEventListener("popstate", forget);
      window.removeEventListener("pagehide", write);
      // Gone elsewhere already: that address is not this page's.
      if (location.pathname === home) write();
    };
  }, [address]);
  return address;
}
