"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import type { Webhook } from "@/lib/webhooks/schema";

/** The dossier's webhooks, read again whenever the journal tells of one; null until they are there. */
export function useWebhooks() {
  const dossierId = useDossier((state) => state.dossier.id);
  const store = useDossierStore();
  const [webhooks, setWebhooks] = useState<readonly Webhook[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const refresh = useEffectEvent(async () => {
    try {
      const { items } = await api.get<{ items: Webhook[] }>(`/api/dossiers/${dossierId}/webhooks`);
      setWebhooks(items);
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    }
  });
  useEffect(() => {
    void refresh();
    return store.watchEntries(({ type }) => {
      if (type.startsWith("webhook.")) void refresh();
    });
  }, [store]);
  const put = (webhook: Webhook) =>
    setWebhooks((known) => {
      const others = (known ?? []).filter(({ id }) => id !== webhook.id);
      return [...others, webhook].sort((a, b) => (a.id < b.id ? -1 : 1));
    });
  return { webhooks, error, put };
}
