"use client";

import { useState } from "react";
import { useAction } from "@/app/useAction";
import { api } from "@/lib/http/client";
import type { Related } from "@/lib/links/schema";
import { Button } from "@/lib/ui/Button";
import { counted } from "../../../words";
import { Quote } from "./Quote";

/** As many as anyone reads through at once. */
const MOST_SHOWN = 10;

/** Who else said this: asked for by a press, as it looks through the whole dossier. */
export function WhoElse({ annotationId, side }: { annotationId: string; side: string }) {
  const [related, setRelated] = useState<Related | null>(null);
  const { busy, error, run } = useAction();
  const ask = async () => {
    const answer = await run(() => api.get<Related>(`/api/annotations/${annotationId}/related`));
    if (answer) setRelated(answer);
  };
  const shown = related?.items.slice(0, MOST_SHOWN) ?? [];
  return (
    <div className="mt-1 text-sm">
      <Button
        size="sm"
        look="quiet"
        className="-ms-2"
        busy={busy}
        aria-expanded={related !== null}
        onClick={() => (related ? setRelated(null) : void ask())}
      >
        Who else said {side}?
      </Button>
      {error && (
        <p role="alert" className="mt-1 text-danger">
          {error.message}
        </p>
      )}
      {related && (
        <section aria-label={`Who else said ${side}`} className="mt-1 rounded-md bg-sunken p-3">
          <p role="status" className="font-semibold">
            {related.total === 0
              ? "Nobody else, as far as it is tagged"
              : `${counted(related.total, "passage")} like it`}
            {related.total > shown.length && <span className="font-normal"> · the first {shown.length}</span>}
          </p>
          <ul className="flex flex-col gap-3">
            {shown.map((one) => (
              <li key={one.annotation.id}>
                <p className="mt-2 mb-1 text-xs text-soft">
                  {one.same === "figure" ? "The same figure" : "The same speaker"}
                </p>
                <Quote end={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
