"use client";

import { useState } from "react";
import { CHANGED_SINCE, formChange } from "@/lib/desk/formChange";
import { detailsOf, fittingDetails, type LinkDetails } from "@/lib/desk/linkDraft";
import type { Link } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { useDesk } from "./deskContext";
import { LinkFields } from "./LinkFields";

/** Changes a link in place. A refused change keeps what was typed. */
export function LinkEditor({ link, onDone }: { link: Link; onDone: () => void }) {
  const { actions } = useDesk();
  /** The link as this form found it: what others change meanwhile is neither sent back nor overwritten unseen. */
  const [opened, setOpened] = useState<LinkDetails>(() => detailsOf(link));
  const [details, setDetails] = useState<LinkDetails>(opened);
  const from = useDossier((state) => state.annotations[link.from]);
  const to = useDossier((state) => state.annotations[link.to]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    setRefusal(null);
    const settled = await actions.changeLink(link.id, opened, details);
    if (settled.saved) return onDone();
    setRefusal(settled.refusal.message);
    if (settled.refusal.code !== CHANGED_SINCE) return;
    // Now that it has been said, saving again is on purpose; what was not touched here becomes what it is.
    const now = settled.refusal.current as LinkDetails;
    setOpened(now);
    setDetails(fittingDetails({ ...now, ...formChange(opened, now, details).after }));
  };
  return (
    <div className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-paper p-2.5">
      <LinkFields details={details} onDetails={setDetails} ends={from && to && { from, to }} />
      {refusal && (
        <Notice tone="danger" role="alert">
          {refusal} What you typed is kept here.
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="sm" look="primary" onClick={() => void save()}>
          Save link
        </Button>
      </div>
    </div>
  );
}
