"use client";

import { useState, useSyncExternalStore } from "react";
import { toast } from "sonner";
import { annotationSchema } from "@/lib/annotations/schema";
import { api } from "@/lib/http/client";
import { carriesDraft } from "@/lib/live/draftOfChange";
import type { ShelvedDraft } from "@/lib/live/keptDrafts";
import { useDossier, useDossierStore, useView } from "@/lib/live/useDossier";
import { useDraftShelf } from "@/lib/live/useDraftShelf";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { useDesk } from "./deskContext";

const none: readonly ShelvedDraft[] = [];

/** What was typed on annotations and links that somebody has deleted: nothing of it is lost until its writer says so. */
export function KeptDrafts() {
  const shelf = useDraftShelf();
  const drafts = useSyncExternalStore(shelf.subscribe, shelf.all, () => none);
  const orphans = useDossier((state) =>
    drafts.filter(
      ({ about: { annotationId, linkId } }) =>
        (annotationId && !state.annotations[annotationId]) || (linkId && !state.links[linkId]),
    ),
  );
  const store = useDossierStore();
  const done = (draft: ShelvedDraft) => {
    shelf.remove(draft.key);
    // It was on its way as well.
    for (const { change } of store.getView().waiting) {
      if (carriesDraft(change, draft)) store.discard(change.id);
    }
  };
  // What the server refused is decided with both versions before one's eyes.
  const waiting = useView((view) => view.waiting, Object.is);
  const shown = orphans.filter(
    (draft) => !waiting.some(({ change, refusal }) => refusal && carriesDraft(change, draft)),
  );
  if (shown.length === 0) return null;
  return (
    <section aria-label="Kept drafts" className="mx-auto max-w-7xl px-4 pt-4 sm:px-6">
      <Notice tone="warn" title="Kept drafts">
        <p>Someone deleted what you were writing on. Your words are kept in this browser.</p>
        <ul className="mt-2 flex flex-col gap-3">
          {shown.map((draft) => (
            <OrphanDraft key={draft.key} draft={draft} onDone={() => done(draft)} />
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function OrphanDraft({ draft, onDone }: { draft: ShelvedDraft; onDone: () => void }) {
  const { actions, canEdit } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const { about, value, words } = draft;
  const canApply = canEdit && about.field === "note" && typeof value === "string";
  const bringBack = async () => {
    setBusy(true);
    try {
      const now = annotationSchema.parse(await api.get(`/api/annotations/${about.annotationId}`));
      const settled = await actions.bringBack(now, { note: String(value) });
      if (settled.saved) onDone();
      else toast.error(`Not brought back. ${settled.refusal.message}`);
    } catch (error) {
      toast.error(`Not brought back. ${error instanceof Error ? error.message : ""}`);
    }
    setBusy(false);
  };
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => toast("Copied"),
      () => toast.error("The browser did not let Stet copy. Select the words instead."),
    );
  return (
    <li>
      <p dir="auto" className="text-xs text-soft">
        {about.says}
      </p>
      <p dir="auto" className="max-h-32 overflow-y-auto whitespace-pre-wrap">
        {words}
      </p>
      <p className="mt-1 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void copy()}>
          Copy
        </Button>
        {canApply && (
          <Button size="sm" busy={isBusy} onClick={() => void bringBack()}>
            Bring it back with my note
          </Button>
        )}
        <Button size="sm" look="quiet" onClick={onDone}>
          Discard
        </Button>
      </p>
    </li>
  );
}
