"use client";

import { api } from "@/lib/http/client";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { Moment } from "@/lib/ui/Moment";
import type { Delivery } from "@/lib/webhooks/schema";
import { ErrorNotice } from "../../../../../ErrorNotice";
import { useAction } from "../../../../../useAction";
import { counted } from "../../../../words";

const states = {
  pending: { words: "Waiting", tone: "warn" },
  delivered: { words: "Delivered", tone: "ok" },
  failed: { words: "Failed", tone: "danger" },
} as const;

/** One message: what of, whether it was taken, and each try with its answer. */
export function DeliveryLine({ delivery, onAgain }: { delivery: Delivery; onAgain: () => void }) {
  const { id, seq, type, status, attempts, tries, body, createdAt } = delivery;
  const { busy, error, run } = useAction();
  const [last] = tries;
  async function again() {
    if (await run(() => api.post<Delivery>(`/api/deliveries/${id}/redeliver`))) onAgain();
  }
  return (
    <li className="text-sm">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <Badge tone={states[status].tone}>{states[status].words}</Badge>
          <span className="font-mono text-xs">{type}</span>
          {seq !== null && <span className="text-xs text-soft tabular-nums">no. {seq}</span>}
          <span className="ms-auto text-xs text-soft tabular-nums">
            {last && `${last.status ?? "no answer"} · ${last.durationMs} ms · `}
            {counted(attempts, "try", "tries")} · <Moment at={createdAt} />
          </span>
        </summary>
        <div className="flex flex-col gap-3 border-t border-line bg-sunken px-3 py-3">
          <p className="text-xs break-all text-soft">
            webhook-id: <code className="font-mono">{id}</code>
          </p>
          {tries.map((one) => (
            <div key={one.at}>
              <p>
                <Moment at={one.at} />: {one.status ?? "no answer"}, {one.durationMs} ms
                {one.error && <span className="text-danger"> · {one.error}</span>}
              </p>
              {one.response && (
                <pre
                  dir="ltr"
                  className="mt-1 max-h-32 overflow-auto rounded bg-surface p-2 text-start text-xs whitespace-pre-wrap"
                >
                  {one.response}
                </pre>
              )}
            </div>
          ))}
          <div>
            <p className="text-xs text-soft">What is sent (its beginning)</p>
            <pre
              dir="ltr"
              className="mt-1 max-h-48 overflow-auto rounded bg-surface p-2 text-start text-xs break-all whitespace-pre-wrap"
            >
              {body}
            </pre>
          </div>
          <ErrorNotice error={error} kept="It was not sent." />
          <div>
            <Button size="sm" busy={busy} onClick={again}>
              Send again
            </Button>
          </div>
        </div>
      </details>
    </li>
  );
}
