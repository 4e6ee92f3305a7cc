"use client";

import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useActor } from "@/lib/live/useDossier";
import { finderOf, type Passage, type TextSpan } from "@/lib/search/find";
import { parseQuery } from "@/lib/search/query";
import { announce } from "./Announcer";
import type { Desk } from "./deskContext";
import { usePane } from "./paneContext";
import { keepSearch, keptSearch } from "./searchMemory";

/** A search on the desk: in the article at once, over the dossier by the server. */
export type ArticleSearch = {
  typed: string;
  type(typed: string): void;
  /** Why this cannot be searched for; null also while nothing is typed. */
  problem: string | null;
  /** In this article, in order. */
  hits: readonly Passage[];
  /** What to paint: the words of the hits. */
  found: readonly TextSpan[];
  /** Which hit is in hand; -1 when none. */
  at: number;
  /** To the next hit or the one before, around the ends. */
  step(by: 1 | -1): void;
  isDossierWide: boolean;
  widen(isDossierWide: boolean): void;
  /** Set while the search opens because it was open in the article before. */
  comesBack: RefObject<boolean>;
};

const NONE: readonly Passage[] = [];
const NOTHING: readonly TextSpan[] = [];

export function useArticleSearch(desk: Desk): ArticleSearch {
  const { userId } = useActor();
  const { article, revision, state, dispatch, surface } = desk;
  const { isSearchOpen: isOpen } = state;
  const inPane = usePane() !== null;
  const [typed, setTyped] = useState("");
  const [isDossierWide, widen] = useState(false);
  const deferred = useDeferredValue(isOpen ? typed : "");
  const finder = useMemo(() => finderOf(revision.text), [revision]);
  const { query, problem } = useMemo(() => parseQuery(deferred), [deferred]);
  const hits = useMemo(() => (query ? finder(query) : NONE), [query, finder]);
  const found = useMemo(() => (hits.length > 0 ? hits.flatMap(({ words }) => words) : NOTHING), [hits]);
  const { range, place } = state;
  const at = range ? hits.findIndex((one) => one.start === range.start && one.end === range.end) : -1;

  const take = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    dispatch({ type: "ranged", range: { start: hit.start, end: hit.end } });
    surface.current?.scrollTo(hit);
    announce(`${index + 1} of ${hits.length}: ${revision.text.slice(hit.start, hit.end)}`);
  };

  // While someone types, the first hit from where they began is shown, as it is in a browser.
  const origin = useRef(0);
  const wasTyped = useRef(false);
  const show = useEffectEvent(() => {
    if (!wasTyped.current) return;
    wasTyped.current = false;
    if (!query) dispatch({ type: "ranged", range: null });
    else if (hits.length === 0) announce("Not in this article");
    else
      take(
        Math.max(
          0,
          hits.findIndex((one) => one.start >= origin.current),
        ),
      );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits are the reason to show one
  useEffect(() => show(), [hits]);

  const open = useEffectEvent(() => {
    origin.current = place ?? 0;
  });
  const comesBack = useRef(false);
  const restore = useEffectEvent(() => {
    const kept = keptSearch(userId, article.dossierId);
    if (!kept) return;
    setTyped(kept.typed);
    widen(kept.isDossierWide);
    comesBack.current = kept.isOpen;
    if (kept.isOpen) dispatch({ type: "searching", isOpen: true });
  });
  const isRestored = useRef(false);
  useEffect(() => {
    if (isOpen) open();
  }, [isOpen]);
  useEffect(() => {
    // What is kept follows a person from article to article; two side by side search each for themselves.
    if (inPane) return;
    if (isRestored.current) keepSearch(userId, article.dossierId, { typed, isDossierWide, isOpen });
    else restore();
    isRestored.current = true;
  }, [inPane, userId, article.dossierId, typed, isDossierWide, isOpen]);

  return {
    ...{ typed, hits, found, at, isDossierWide, widen, comesBack },
    problem: deferred.trim() === "" ? null : problem,
    type(next) {
      wasTyped.current = true;
      setTyped(next);
    },
    step(by) {
      if (hits.length === 0) return announce("Not in this article");
      const here = place ?? 0;
      const after = hits.findIndex((one) => one.start >= here);
      const beside =
        by === 1 ? Math.max(0, after) : (after < 0 ? hits.length : after === 0 ? hits.length : after) - 1;
      take(at < 0 ? beside : (at + by + hits.length) % hits.length);
    },
  };
}
