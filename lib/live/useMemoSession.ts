"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { api } from "@/lib/http/client";
import { PERSON_HEADER } from "@/lib/http/keptChange";
import type { MemoPlace, MemoState } from "@/lib/memo/schema";
import { useTab } from "./DossierProvider";
import { createMemoSession, type MemoSession, type MemoView } from "./memoSession";
import { memoShelf } from "./memoShelf";
import type { DossierStore } from "./store";

/** Small enough to be sent while the page goes (https://fetch.spec.whatwg.org/: 64 kB in all). */
const KEEPALIVE_BYTES = 40_000;

/**
 * A report's memo, open for as long as the component is there. Null until the first render in a browser.
 * `restart` opens it anew, without what the server refused.
 */
export function useMemoSession(reportId: string): { session: MemoSession | null; restart: () => void } {
  const { store, userId } = useTab();
  const [edition, setEdition] = useState(0);
  const [session, setSession] = useState<MemoSession | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition is another session
  useEffect(() => {
    const memo = `/api/reports/${reportId}/memo`;
    const mine = createMemoSession({
      shelf: memoShelf(userId, reportId),
      read: () => api.get<MemoState>(memo),
      send: (update) =>
        api.post<MemoPlace>(
          `${memo}/updates`,
          { updates: [update] },
          // Whoever signs in at this browser meanwhile is not who wrote it.
          { keepalive: update.length < KEEPALIVE_BYTES, headers: { [PERSON_HEADER]: userId } },
        ),
      later(milliseconds, work) {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const stopFeeding = feed(mine, store, reportId);
    const stopFlushing = flushWhenLeaving(mine);
    mine.open();
    setSession(mine);
    return () => {
      stopFeeding();
      stopFlushing();
      mine.close();
      setSession(null);
    };
  }, [store, userId, reportId, edition]);
  const restart = useCallback(() => {
    void session?.drop().then(() => setEdition((count) => count + 1));
  }, [session]);
  return { session, restart };
}

/** What a session says of itself, live. */
export function useMemoView(session: MemoSession | null): MemoView {
  const subscribe = useCallback(
    (listener: () => void) => session?.subscribe(listener) ?? (() => {}),
    [session],
  );
  const read = () => session?.getView() ?? opening;
  return useSyncExternalStore(subscribe, read, () => opening);
}

const opening: MemoView = { phase: "opening", refusal: null, isKept: true };

/** Gives a session what the dossier's journal says of its memo. */
function feed(session: MemoSession, store: DossierStore, reportId: string): () => void {
  let seen = store.getView().server.seq;
  const stopHearing = store.watchEntries((entry) => {
    seen = entry.seq;
    if (entry.type === "memo.edited" && entry.payload.reportId === reportId)
      session.hear(entry.payload.update);
  });
  let { status } = store.getView();
  const stopWatching = store.subscribe(() => {
    const now = store.getView();
    // The state was read anew: nobody told of the entries between.
    if (now.server.seq > seen) {
      seen = now.server.seq;
      session.reread();
    }
    if (now.status !== status && now.status === "live") session.flush();
    status = now.status;
  });
  return () => {
    stopHearing();
    stopWatching();
  };
}

function flushWhenLeaving(session: MemoSession): () => void {
  const flush = () => session.flush();
  const hidden = () => {
    if (document.visibilityState === "hidden") flush();
  };
  const warn = (event: BeforeUnloadEvent) => {
    const { phase, isKept } = session.getView();
    if (!isKept && phase !== "saved") event.preventDefault();
  };
  window.addEventListener("online", flush);
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", warn);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("online", flush);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("beforeunload", warn);
    document.removeEventListener("visibilitychange", hidden);
  };
}
