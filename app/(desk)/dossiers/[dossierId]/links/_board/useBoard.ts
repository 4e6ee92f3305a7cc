"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { Entry } from "@/lib/journal/entries";
import { formatFilter, type LinkFilter } from "@/lib/links/filter";
import type { BoardPage, BoardRow } from "@/lib/links/schema";
import { useDossierStore } from "@/lib/live/useDossier";

/** Changes that come together are read together. */
const TOGETHER_MS = 60;
/** More changed links than this at once, and the pages are read again whole. */
const MOST_SINGLE = 6;

export type BoardData = {
  rows: readonly BoardRow[];
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  error: string | null;
  loadMore(): void;
  /** Asks again for what could not be had. */
  retry(): void;
  /**
   * Shows a link although the filter does not let it through: somebody came for it. False when it is not there any
   * more. @throws ApiError
   */
  bring(linkId: string): Promise<boolean>;
};

/** The links that a filter lets through, page by page, kept right by the journal. */
export function useBoard(dossierId: string, filter: LinkFilter, initial: BoardPage): BoardData {
  const store = useDossierStore();
  const query = formatFilter(filter);
  const [page, setPage] = useState({ ...initial, query });
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<{ message: string; after: string | null } | null>(null);
  const latest = useRef({ page, query });
  useEffect(() => {
    latest.current = { page, query };
  });
  const asked = useRef(0);
  const path = `/api/dossiers/${dossierId}/links/board`;

  const read = useCallback(
    (search: string, more: Record<string, string>) =>
      api.get<BoardPage>(`${path}?${search}${search && "&"}${new URLSearchParams(more)}`),
    [path],
  );

  const load = useCallback(
    async (after: string | null) => {
      const mine = ++asked.current;
      setLoading(true);
      try {
        const { page: shown, query: wanted } = latest.current;
        const limit = after
          ? 50
          : Math.min(100, Math.max(50, shown.query === wanted ? shown.items.length : 0));
        const answer = await read(wanted, { limit: String(limit), ...(after && { after }) });
        if (mine !== asked.current) return;
        setPage((before) => {
          const known = new Set(before.items.map(({ link }) => link.id));
          const added = answer.items.filter(({ link }) => !known.has(link.id));
          return { ...answer, items: after ? [...before.items, ...added] : answer.items, query: wanted };
        });
        setFailure(null);
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        if (mine === asked.current) setFailure({ message: thrown.message, after });
      } finally {
        if (mine === asked.current) setLoading(false);
      }
    },
    [read],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (query !== latest.current.page.query) void load(null);
    else {
      // Back to what is shown before the other filter's page came: that page is not wanted any more.
      asked.current++;
      setLoading(false);
    }
  }, [query, load]);

  /** Reads one link again: in its place if it is shown, else where it belongs if the filter lets it through. */
  const refresh = useCallback(
    async (linkId: string) => {
      const { page: shown, query: wanted } = latest.current;
      const isShown = shown.items.some(({ link }) => link.id === linkId);
      const [inFilter, alone] = await Promise.all([
        read(wanted, { link: linkId, limit: "1" }),
        isShown ? read("", { link: linkId, limit: "1" }) : null,
      ]);
      // Another filter was chosen meanwhile: its page was read after this change.
      if (latest.current.query !== wanted) return;
      const [fitting] = inFilter.items;
      const row = fitting ?? alone?.items[0];
      if (!isShown && fitting && !/(^|&)sort=/.test(wanted)) {
        setPage((before) => ({ ...before, items: [fitting, ...without(before.items, linkId)] }));
      } else if (!isShown && fitting) {
        await load(null);
      } else if (isShown) {
        // A card that a decision took out of the filter stays until the next look: nothing jumps under the hand.
        setPage((before) => ({
          ...before,
          items: row
            ? before.items.map((one) => (one.link.id === linkId ? row : one))
            : without(before.items, linkId),
        }));
      }
      const counted = await read(wanted, { limit: "1" });
      setPage((before) => (before.query === wanted ? { ...before, total: counted.total } : before));
    },
    [read, load],
  );

  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      timer = undefined;
      const ids = [...changed];
      changed.clear();
      if (ids.length > MOST_SINGLE) void load(null);
      else for (const id of ids) void refresh(id).catch(() => load(null));
    };
    const stop = store.watchEntries((entry) => {
      for (const id of linksOf(entry, latest.current.page.items)) changed.add(id);
      if (changed.size > 0) timer ??= setTimeout(work, TOGETHER_MS);
    });
    const stopReloads = store.watchReloads(() => void load(null));
    return () => {
      stop();
      stopReloads();
      clearTimeout(timer);
    };
  }, [store, load, refresh]);

  const bring = useCallback(
    async (linkId: string) => {
      if (latest.current.page.items.some(({ link }) => link.id === linkId)) return true;
      const { items } = await read("", { link: linkId, limit: "1" });
      setPage((before) => ({ ...before, items: [...items, ...without(before.items, linkId)] }));
      return items.length > 0;
    },
    [read],
  );
  const { next } = page;
  return {
    ...{ rows: page.items, total: page.total, hasMore: next !== null, isLoading, bring },
    error: failure?.message ?? null,
    loadMore: () => {
      if (next !== null && !isLoading) void load(next);
    },
    retry: () => void load(failure?.after ?? null),
  };
}

function without(rows: readonly BoardRow[], linkId: string): BoardRow[] {
  return rows.filter(({ link }) => link.id !== linkId);
}

/** The links that a journal entry is about: by itself, or by one of their ends. */
function linksOf(entry: Entry, rows: readonly BoardRow[]): string[] {
  if (entry.subject.type === "link") return [entry.subject.id];
  const { type, id } = entry.subject;
  if (type !== "annotation" && type !== "article") return [];
  const touches = ({ from, to }: BoardRow) =>
    [from, to].some((end) => (type === "annotation" ? end.annotation.id : end.article.id) === id);
  return rows.filter(touches).map(({ link }) => link.id);
}
