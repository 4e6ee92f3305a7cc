"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useAction } from "@/app/useAction";
import { api } from "@/lib/http/client";
import { endsDigest } from "@/lib/links/ends";
import type { LinkStatus } from "@/lib/links/relations";
import type { BoardRow } from "@/lib/links/schema";
import { Button } from "@/lib/ui/Button";
import { Kbd } from "@/lib/ui/Kbd";
import { Notice } from "@/lib/ui/Notice";
import { CardAround } from "../../_links/CardAround";
import { TwoQuoteCard } from "../../_links/TwoQuoteCard";
import { useHasLinkDraft } from "../../articles/[articleId]/_desk/useLinkForm";
import { BoardLinkEditor } from "./BoardLinkEditor";
import { decisions } from "./decisions";

type Props = {
  row: BoardRow;
  isOpen: boolean;
  isChosen: boolean;
  canEdit: boolean;
  onChoose: () => void;
  onToggle: () => void;
  onDecide: (status: LinkStatus) => void;
  onBring: (linkId: string) => void;
};

/** A link on the board: both quotes, and what can be done about it. */
export function BoardCard({ row, isOpen, isChosen, canEdit, ...on }: Props) {
  const { link, flagged } = row;
  const [isEditing, setEditing] = useState(false);
  const hasDraft = useHasLinkDraft(link.id);
  const reopen = useEffectEvent(() => {
    if (canEdit && hasDraft()) setEditing(true);
  });
  // Only once it is there: the server knows nothing of what this browser keeps.
  useEffect(() => reopen(), []);
  const { busy, error, run } = useAction();
  const shown = endsDigest(row.from.annotation, row.to.annotation);
  const see = () =>
    run(() => api.post(`/api/links/${link.id}/seen`, { version: link.version, endsDigest: shown }));
  const box = (
    <input
      type="checkbox"
      aria-label="Choose this link"
      className="size-4 accent-accent"
      checked={isChosen}
      onChange={on.onChoose}
    />
  );
  return (
    <TwoQuoteCard row={row} before={canEdit && box}>
      <div className="mt-3 flex flex-wrap items-center gap-1.5">
        {canEdit &&
          decisions
            .filter(({ status }) => status !== link.status)
            .map(({ status, verb, key }) => (
              <Button key={status} size="sm" onClick={() => on.onDecide(status)}>
                {verb} <Kbd>{key}</Kbd>
              </Button>
            ))}
        {canEdit && flagged && (
          <Button size="sm" busy={busy} onClick={() => void see()}>
            Seen again: it stands
          </Button>
        )}
        {canEdit && (
          <Button size="sm" look="quiet" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            Edit
          </Button>
        )}
        <Button size="sm" look="quiet" aria-expanded={isOpen} onClick={on.onToggle} className="ms-auto">
          {isOpen ? "Less" : "History and story"}
        </Button>
      </div>
      {error && (
        <div className="mt-2">
          <Notice tone="danger" role="alert">
            {error.message}
          </Notice>
        </div>
      )}
      {isEditing && <BoardLinkEditor row={row} onDone={() => setEditing(false)} onBring={on.onBring} />}
      {isOpen && <CardAround link={link} />}
    </TwoQuoteCard>
  );
}
