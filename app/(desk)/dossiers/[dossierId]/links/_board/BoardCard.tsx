"use client";

import { useState } from "react";
import { useAction } from "@/app/useAction";
import type { LinkDetails } from "@/lib/desk/linkDraft";
import { api } from "@/lib/http/client";
import { endsDigest } from "@/lib/links/ends";
import type { LinkStatus } from "@/lib/links/relations";
import { type BoardRow, type Link, linkSchema } from "@/lib/links/schema";
import { Button } from "@/lib/ui/Button";
import { Kbd } from "@/lib/ui/Kbd";
import { Notice } from "@/lib/ui/Notice";
import { CardAround } from "../../_links/CardAround";
import { TwoQuoteCard } from "../../_links/TwoQuoteCard";
import { LinkFields } from "../../articles/[articleId]/_desk/LinkFields";
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
      {isEditing && <Editor row={row} onDone={() => setEditing(false)} onBring={on.onBring} />}
      {isOpen && <CardAround row={row} />}
    </TwoQuoteCard>
  );
}

/** Changes in place; what is refused stays typed. */
function Editor({ row, onDone, onBring }: { row: BoardRow; onDone: () => void; onBring: Props["onBring"] }) {
  const { relation, subtype, sameEvent, strength, severity, rationale } = row.link;
  const [details, setDetails] = useState<LinkDetails>({
    ...{ relation, subtype, sameEvent, strength, severity, rationale },
  });
  const [version] = useState(row.link.version);
  const [shown] = useState(() => endsDigest(row.from.annotation, row.to.annotation));
  const { busy, error, run } = useAction();
  const save = async () => {
    const saved = await run(() =>
      api.patch<Link>(`/api/links/${row.link.id}`, { version, endsDigest: shown, ...details }),
    );
    if (saved) onDone();
  };
  const existing = error?.code === "duplicate" ? linkSchema.safeParse(error.current).data : undefined;
  return (
    <form
      className="mt-3 flex flex-col gap-3 rounded-md border border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LinkFields
        details={details}
        onDetails={setDetails}
        ends={{ from: row.from.annotation, to: row.to.annotation }}
      />
      {error && (
        <Notice
          tone="danger"
          role="alert"
          actions={
            existing && (
              <Button size="sm" onClick={() => onBring(existing.id)}>
                Open it
              </Button>
            )
          }
        >
          {error.message} What you typed is kept here.
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="sm" look="primary" type="submit" busy={busy}>
          Save link
        </Button>
      </div>
    </form>
  );
}
