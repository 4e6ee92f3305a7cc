"use client";

import type { Link } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { LinkFields } from "./LinkFields";
import { useLinkForm } from "./useLinkForm";

/** Changes a link in place. A refused change keeps what was typed, and so does leaving without saving. */
export function LinkEditor({ link, onDone }: { link: Link; onDone: () => void }) {
  const form = useLinkForm(link, onDone);
  const from = useDossier((state) => state.annotations[link.from]);
  const to = useDossier((state) => state.annotations[link.to]);
  return (
    <div className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-paper p-2.5">
      {form.cameBack && (
        <p className="text-xs text-soft">What you had typed here is back. It is not saved.</p>
      )}
      <LinkFields details={form.details} onDetails={form.type} ends={from && to && { from, to }} />
      {form.refusal && (
        <Notice tone="danger" role="alert">
          {form.refusal} What you typed is kept here.
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" look="quiet" onClick={form.cancel}>
          Cancel
        </Button>
        <Button size="sm" look="primary" onClick={() => void form.save()}>
          Save link
        </Button>
      </div>
    </div>
  );
}
