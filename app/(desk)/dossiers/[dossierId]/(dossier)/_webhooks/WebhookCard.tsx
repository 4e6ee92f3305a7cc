"use client";

import { Pencil, Power, RotateCw, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { api } from "@/lib/http/client";
import { Ago } from "@/lib/ui/Ago";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import type { Delivery, Webhook, WebhookWithSecret } from "@/lib/webhooks/schema";
import { ErrorNotice } from "../../../../../ErrorNotice";
import { useAction } from "../../../../../useAction";
import { counted } from "../../../../words";
import { DeliveryLog } from "./DeliveryLog";
import { WebhookDialog } from "./WebhookDialog";

const states = {
  active: { words: "Active", tone: "ok" },
  failing: { words: "Failing", tone: "warn" },
  disabled: { words: "Off", tone: "danger" },
} as const;

type Props = {
  webhook: Webhook;
  onChanged: (webhook: Webhook) => void;
  onSecret: (webhook: WebhookWithSecret) => void;
};

/** One webhook: where it leads, how it does, what can be done with it, and what was sent. */
export function WebhookCard({ webhook, onChanged, onSecret }: Props) {
  const { id, url, description, types, status, version } = webhook;
  const { busy, error, run } = useAction();
  /** Raised when something was asked to be sent: the log looks again. */
  const [asked, setAsked] = useState(0);
  const path = `/api/webhooks/${id}`;

  async function change(wanted: object): Promise<WebhookWithSecret | undefined> {
    const changed = await run(() => api.patch<WebhookWithSecret>(path, { version, ...wanted }));
    if (changed) onChanged(changed);
    return changed ?? undefined;
  }
  async function ping() {
    if (await run(() => api.post<Delivery>(`${path}/ping`))) setAsked((n) => n + 1);
  }
  async function rotate() {
    const changed = await change({ rotateSecret: true });
    if (changed) onSecret(changed);
  }
  async function remove() {
    // The journal tells, and the list is read again without it.
    if (await run(() => api.delete(path, { query: { version } }))) toast.success("The webhook is deleted.");
  }
  const isOff = status === "disabled";
  return (
    <li id={`webhook-${id}`} className="stet-card flex scroll-mt-4 flex-col gap-3 p-4 target:border-accent">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <h3 dir="ltr" className="text-start font-mono text-sm font-medium break-all">
            {url}
          </h3>
          {description && (
            <p dir="auto" className="text-sm text-soft">
              {description}
            </p>
          )}
          <p className="text-xs text-soft">
            {types.length === 0
              ? "Hears of everything"
              : `Hears of ${counted(types.length, "kind")} of entries`}
          </p>
        </div>
        <Badge tone={states[status].tone}>{states[status].words}</Badge>
      </div>
      {webhook.failingSince && !isOff && (
        <p className="text-sm">
          Every try has failed since <Ago at={webhook.failingSince} />. Nothing is lost: what waits goes out
          in order once it answers.
        </p>
      )}
      {isOff && (
        <p className="text-sm">
          {webhook.disabledReason} Nothing is sent; switched on, it goes on where it stopped.
        </p>
      )}
      <ErrorNotice error={error} kept="Nothing was changed." />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" busy={busy} onClick={ping}>
          <Send aria-hidden size={14} /> Send a ping
        </Button>
        <WebhookDialog
          trigger={
            <Button size="sm">
              <Pencil aria-hidden size={14} /> Change
            </Button>
          }
          title="Change the webhook"
          confirm="Save"
          webhook={webhook}
          save={async (wanted) => onChanged(await api.patch<WebhookWithSecret>(path, { version, ...wanted }))}
        />
        <Button size="sm" onClick={() => void change({ isActive: isOff })}>
          <Power aria-hidden size={14} /> {isOff ? "Switch on" : "Switch off"}
        </Button>
        <ConfirmDialog
          trigger={
            <Button size="sm">
              <RotateCw aria-hidden size={14} /> New secret
            </Button>
          }
          title="Make a new secret?"
          confirm="Make a new secret"
          onConfirm={rotate}
        >
          It is shown once. For a day, messages carry signatures with the old one too, so that the receiver
          can change over.
        </ConfirmDialog>
        <ConfirmDialog
          danger
          trigger={
            <Button size="sm" look="quiet">
              <Trash2 aria-hidden size={14} /> Delete
            </Button>
          }
          title="Delete the webhook?"
          confirm="Delete the webhook"
          onConfirm={remove}
        >
          Nothing more is sent, what waits neither. The journal keeps that it was there.
        </ConfirmDialog>
      </div>
      <DeliveryLog webhookId={id} asked={asked} />
    </li>
  );
}
