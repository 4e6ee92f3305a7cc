"use client";

import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Skeleton } from "@/lib/ui/Skeleton";
import type { WebhookWithSecret } from "@/lib/webhooks/schema";
import { ErrorNotice } from "../../../../../ErrorNotice";
import { SecretNotice } from "./SecretNotice";
import { useWebhooks } from "./useWebhooks";
import { WebhookCard } from "./WebhookCard";
import { WebhookDialog } from "./WebhookDialog";

/** Where programs outside hear of what happens in the dossier; for its owners. */
export function WebhookSettings() {
  const dossierId = useDossier((state) => state.dossier.id);
  const { webhooks, error, put } = useWebhooks();
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const [id, setId] = useState(uuidv7);

  const add = (
    <WebhookDialog
      trigger={
        <Button look="primary">
          <Plus aria-hidden size={16} /> Add a webhook
        </Button>
      }
      title="Add a webhook"
      confirm="Add the webhook"
      save={async (wanted) => {
        const answer = await api.post<WebhookWithSecret>(`/api/dossiers/${dossierId}/webhooks`, {
          id,
          ...wanted,
        });
        setId(uuidv7());
        setMade(answer);
        put(answer);
      }}
    />
  );
  return (
    <section aria-labelledby="webhooks-title" className="flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 id="webhooks-title" className="font-serif text-xl font-semibold">
            Webhooks
          </h2>
          <p className="text-sm text-soft">
            Another program hears what happens here, entry by entry of the journal, signed (
            <a className="stet-link" href="https://www.standardwebhooks.com" rel="noreferrer">
              Standard Webhooks
            </a>
            ), in order, until it has taken each.
          </p>
        </div>
        {webhooks && webhooks.length > 0 && add}
      </div>
      <ErrorNotice error={error} kept="Nothing was changed." />
      {made?.secret && <SecretNotice secret={made.secret} url={made.url} onDone={() => setMade(null)} />}
      {!webhooks && !error && <Skeleton className="h-24 w-full" />}
      {webhooks?.length === 0 && (
        <EmptyState icon={WebhookIcon} title="No webhooks yet" action={add}>
          Give the https address of a program that should hear of changes: a chat, a tracker, an archive.
        </EmptyState>
      )}
      <ul className="flex flex-col gap-4">
        {webhooks?.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} onChanged={put} onSecret={setMade} />
        ))}
      </ul>
    </section>
  );
}
