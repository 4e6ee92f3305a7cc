"use client";

import { Plus, Upload } from "lucide-react";
import { useState } from "react";
import { can } from "@/lib/auth/policy";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { AddArticlesDialog } from "./AddArticlesDialog";
import { type Draft, draftOfFile, emptyDraft } from "./draft";
import { useDroppedFiles } from "./useDroppedFiles";

/** The button for adding articles, and the whole page as a place to drop files. */
export function AddArticles() {
  const mayAdd = can(useActor(), "article.add");
  const dossierId = useDossier((state) => state.dossier.id);
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);

  async function addFiles(files: readonly File[]) {
    const added = await Promise.all(files.map(draftOfFile));
    setDrafts((before) => {
      const begun = (before ?? []).filter((draft) => draft.file || draft.source || draft.title);
      return [...begun, ...added];
    });
  }
  const dragging = useDroppedFiles(mayAdd ? addFiles : null);

  if (!mayAdd) return null;
  return (
    <>
      <Button look="primary" onClick={() => setDrafts([emptyDraft()])}>
        <Plus aria-hidden size={16} /> Add articles
      </Button>
      {drafts && (
        <AddArticlesDialog
          dossierId={dossierId}
          drafts={drafts}
          onChange={setDrafts}
          onFiles={addFiles}
          onClose={() => setDrafts(null)}
        />
      )}
      {dragging && (
        <div className="pointer-events-none fixed inset-3 z-60 flex items-center justify-center gap-3 rounded-xl border-2 border-dashed border-accent bg-accent-wash/90 text-lg font-semibold text-accent">
          <Upload aria-hidden /> Drop text or HTML files to add them
        </div>
      )}
    </>
  );
}
