"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { InboxItem, InboxPage } from "@/lib/inbox/schema";
import { setUnread, useUnread } from "@/lib/live/unread";

/** The items on screen, shown as read at once; what the server did not take is taken back and said. */
export function useInbox(initial: InboxPage, onlyUnread: boolean) {
  const [items, setItems] = useState<readonly InboxItem[]>(initial.items);
  const [next, setNext] = useState(initial.next);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const unread = useUnread(initial.unread);

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
    }
  };
  const read = (after?: string) => {
    const unreadOnly = onlyUnread ? true : undefined;
    return api.get<InboxPage>("/api/me/inbox", { query: { limit: 50, after, unread: unreadOnly } });
  };
  const write = (which: { items: string[] } | { all: true; upTo?: string }, isRead: boolean) => {
    const isMeant = ({ id }: InboxItem) => !("items" in which) || which.items.includes(id);
    const before = items;
    const readAt = isRead ? new Date().toISOString() : null;
    setItems((now) => now.map((item) => (isMeant(item) ? { ...item, readAt } : item)));
    void attempt(async () => {
      try {
        const answer = await api.patch<{ unread: number }>("/api/me/inbox", { ...which, read: isRead });
        setUnread(answer.unread);
      } catch (thrown) {
        setItems(before);
        throw thrown;
      }
    });
  };

  /** Puts what came since above what is shown. */
  const refresh = useEffectEvent(() => {
    void attempt(async () => {
      const page = await read();
      setItems((shown) => {
        const fresh = new Set(page.items.map(({ id }) => id));
        const oldest = page.items.at(-1)?.id ?? "";
        const older = shown.filter(({ id }) => !fresh.has(id) && (page.next !== null ? id < oldest : false));
        const kept = onlyUnread ? shown.filter(({ id, readAt }) => !fresh.has(id) && readAt !== null) : older;
        return [...page.items, ...kept].sort((a, b) => (a.id < b.id ? 1 : -1));
      });
    });
  });
  const seen = useRef(unread);
  useEffect(() => {
    if (unread > seen.current) refresh();
    seen.current = unread;
  }, [unread]);

  return {
    ...{ items, unread, next, busy, error },
    mark: (ids: string[], isRead: boolean) => write({ items: ids }, isRead),
    markAll: () => write({ all: true, upTo: items[0]?.id }, true),
    more: () => {
      setBusy(true);
      void attempt(async () => {
        const page = await read(items.at(-1)?.id);
        setItems((shown) => [...shown, ...page.items]);
        setNext(page.next);
      }).finally(() => setBusy(false));
    },
  };
}
