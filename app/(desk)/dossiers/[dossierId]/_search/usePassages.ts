"use client";

import { useCallback, useEffect, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { FoundPassage, SearchAnswer } from "@/lib/search/schema";

export type Passages = {
  items: readonly FoundPassage[];
  /** How many paragraphs have the words, in all and by article id. */
  paragraphs: number;
  byArticle: ReadonlyMap<string, number>;
  hasMore: boolean;
  isBusy: boolean;
  /** Why nothing could be found, in a sentence. */
  problem: string | null;
  more(): void;
};

type Shown = Pick<SearchAnswer, "items" | "next" | "paragraphs" | "articles"> & { problem: string | null };

const nothing: Shown = { items: [], next: null, paragraphs: 0, articles: [], problem: null };
/** While someone types, only where they pause is looked for. */
const PAUSE_MS = 180;

/** What a dossier has of `q`, page by page; nothing for null. Results stay until those of the next question come. */
export function usePassages(dossierId: string, q: string | null): Passages {
  const [shown, setShown] = useState<Shown>(nothing);
  const [isBusy, setBusy] = useState(false);
  const [wanted, setWanted] = useState<{ q: string; after: string } | null>(null);

  useEffect(() => {
    if (q === null) {
      setShown(nothing);
      setBusy(false);
      return;
    }
    return asking(dossierId, { q }, PAUSE_MS, setBusy, setShown);
  }, [dossierId, q]);

  useEffect(() => {
    if (!wanted || wanted.q !== q) return;
    return asking(dossierId, wanted, 0, setBusy, (page) =>
      setShown((before) => ({ ...page, items: [...before.items, ...page.items] })),
    );
  }, [dossierId, q, wanted]);

  const { next } = shown;
  const more = useCallback(() => {
    if (q !== null && next !== null) setWanted({ q, after: next });
  }, [q, next]);
  const byArticle = new Map(shown.articles.map(({ id, paragraphs }) => [id, paragraphs]));
  const { items, paragraphs, problem } = shown;
  return { items, paragraphs, byArticle, hasMore: next !== null, isBusy, problem, more };
}

/** One page of what is found. @throws ApiError */
export function searchPassages(
  dossierId: string,
  query: { q: string; after?: string; limit?: number; article?: string },
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  return api.get<SearchAnswer>(`/api/dossiers/${dossierId}/search`, { query, signal });
}

/** Asks after a pause; answers what takes the question back. */
function asking(
  dossierId: string,
  query: { q: string; after?: string },
  pause: number,
  setBusy: (isBusy: boolean) => void,
  show: (shown: Shown) => void,
): () => void {
  const controller = new AbortController();
  const ask = async () => {
    try {
      const answer = await searchPassages(dossierId, query, controller.signal);
      if (controller.signal.aborted) return;
      show({ ...answer, problem: null });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      show({ ...nothing, problem: error.message });
    }
    setBusy(false);
  };
  setBusy(true);
  const timer = setTimeout(() => void ask(), pause);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
