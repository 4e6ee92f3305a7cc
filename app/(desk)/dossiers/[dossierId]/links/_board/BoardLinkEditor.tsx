"use client";

import { useState } from "react";
import { detailsOf, type LinkDetails } from "@/lib/desk/linkDraft";
import { ApiError, api } from "@/lib/http/client";
import { endsDigest } from "@/lib/links/ends";
import { type BoardRow, linkSchema } from "@/lib/links/schema";
import type { Settled } from "@/lib/live/settled";
import { Button } from "@/lib/ui/Button";
import { LinkFormFields } from "../../articles/[articleId]/_desk/LinkFormFields";
import { saveForm } from "../../articles/[articleId]/_desk/saveForm";
import { useLinkForm } from "../../articles/[articleId]/_desk/useLinkForm";

type Props = { row: BoardRow; onDone: () => void; onBring: (linkId: string) => void };

/** Changes a link on the board. What is typed outlives its card being scrolled away. */
export function BoardLinkEditor({ row, onDone, onBring }: Props) {
  const { link, from, to } = row;
  const digest = endsDigest(from.annotation, to.annotation);
  // What the person was shown when the form opened; after a refusal, what stands there now.
  const [shown, setShown] = useState(digest);
  const write = async (after: Partial<LinkDetails>): Promise<Settled<unknown>> => {
    try {
      const body = { version: link.version, endsDigest: shown, ...after };
      return { saved: true, answer: await api.patch(`/api/links/${link.id}`, body) };
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setShown(digest);
      return { saved: false, refusal: thrown };
    }
  };
  const form = useLinkForm(
    link,
    (opened, typed) => saveForm({ opened, now: detailsOf(link), typed }, (_, after) => write(after)),
    onDone,
  );
  const { refusal } = form;
  const existing = refusal?.code === "duplicate" ? linkSchema.safeParse(refusal.current).data : undefined;
  return (
    <LinkFormFields
      form={form}
      ends={{ from: from.annotation, to: to.annotation }}
      instead={
        existing && (
          <Button size="sm" onClick={() => onBring(existing.id)}>
            Open it
          </Button>
        )
      }
    />
  );
}
