"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { Delivery } from "@/lib/webhooks/schema";

type Page = { items: Delivery[]; next: string | null };

const LOOK_AGAIN_MS = 1_500;
/** How often it looks again for what was asked to be sent, before it leaves that to the reader. */
const MOST_LOOKS = 20;

/** What was sent to a webhook, while `isOpen`; looks again after something was asked for, until that was tried. */
export function useDeliveries(webhookId: string, isOpen: boolean, asked: number) {
  const [page, setPage] = useState<Page | null>(null);
  const [error, setError] = useState<string | null>(null);
  const path = `/api/webhooks/${webhookId}/deliveries`;

  /** `after` undefined: the newest, in place of what is shown; else what follows it. */
  const load = async (after?: string): Promise<Page | null> => {
    try {
      const found = await api.get<Page>(path, { query: { after } });
      setPage((known) => (after && known ? { ...found, items: [...known.items, ...found.items] } : found));
      setError(null);
      return found;
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
      return null;
    }
  };
  const read = useEffectEvent(() => load());
  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    const look = async () => {
      const found = await read();
      const waits = found?.items.some(({ status, attempts }) => status === "pending" && attempts === 0);
      if ((waits || (asked > 0 && looks < 2)) && ++looks < MOST_LOOKS)
        timer = setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }, [isOpen, asked]);

  const [isBusy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await load(page?.items.at(-1)?.id);
    setBusy(false);
  };
  return { deliveries: page?.items ?? null, hasMore: page?.next != null, error, isBusy, more };
}
