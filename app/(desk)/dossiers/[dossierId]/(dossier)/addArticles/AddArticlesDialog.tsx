"use client";

import { type ChangeEvent, useId, useRef, useState } from "react";
import { toast } from "sonner";
import type { Article } from "@/lib/articles/schema";
import { ApiError, api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Notice } from "@/lib/ui/Notice";
import { ProgressBar } from "@/lib/ui/ProgressBar";
import { counted } from "../../../../words";
import { DraftForm } from "./DraftForm";
import { DraftQueue } from "./DraftQueue";
import { bodyOf, type Draft } from "./draft";
import { PreviewPane } from "./PreviewPane";
import { usePreview } from "./usePreview";

type Props = {
  dossierId: string;
  drafts: readonly Draft[];
  onChange: (change: (drafts: readonly Draft[] | null) => readonly Draft[] | null) => void;
  onFiles: (files: readonly File[]) => void;
  onClose: () => void;
};

/** Describes one or several articles, shows what would be stored, and stores them one after another. */
export function AddArticlesDialog({ dossierId, drafts, onChange, onFiles, onClose }: Props) {
  const fileInput = useRef<HTMLInputElement>(null);
  const formId = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const left = drafts.filter((draft) => draft.progress !== "saved");
  const chosen = left.find((draft) => draft.id === chosenId) ?? left[0];

  const change = (id: string, fields: Partial<Draft>) =>
    onChange((before) => before?.map((draft) => (draft.id === id ? { ...draft, ...fields } : draft)) ?? null);

  async function saveAll() {
    const incomplete = left.find((draft) => problemOf(draft) !== null);
    if (incomplete) {
      setChosenId(incomplete.id);
      return change(incomplete.id, { progress: "refused", refusal: problemOf(incomplete) });
    }
    setSaving(true);
    let saved = 0;
    for (const draft of left) {
      change(draft.id, { progress: "saving", refusal: null });
      try {
        await api.post<Article>(`/api/dossiers/${dossierId}/articles`, bodyOf(draft));
        change(draft.id, { progress: "saved" });
        saved += 1;
      } catch (error) {
        const refusal = error instanceof ApiError ? error.message : "The browser could not send it.";
        change(draft.id, { progress: "refused", refusal });
      }
    }
    setSaving(false);
    if (saved > 0) toast.success(`${counted(saved, "article")} added.`);
    if (saved === left.length) onClose();
  }

  function chooseFiles(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !saving && onClose()}
      wide
      title="Add articles"
      description="Paste a text, or choose or drop text and HTML files. An article’s words never change once stored: check the paragraphs first."
      footer={
        <>
          <Button className="me-auto" disabled={saving} onClick={() => fileInput.current?.click()}>
            Choose files…
          </Button>
          <Button disabled={saving} onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} look="primary" busy={saving}>
            {left.length > 1 ? `Add ${left.length} articles` : "Add the article"}
          </Button>
        </>
      }
    >
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept=".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html"
        onChange={chooseFiles}
      />
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void saveAll();
        }}
        className="flex flex-col gap-5"
      >
        {saving && drafts.length > 1 && (
          <ProgressBar label="Articles stored" value={drafts.length - left.length} max={drafts.length} />
        )}
        {drafts.length > 1 && (
          <DraftQueue
            drafts={drafts}
            chosenId={chosen?.id}
            onChoose={setChosenId}
            onRemove={(id) => onChange((before) => before?.filter((draft) => draft.id !== id) ?? null)}
          />
        )}
        {chosen && <DraftEditor key={chosen.id} dossierId={dossierId} draft={chosen} onChange={change} />}
      </form>
    </Dialog>
  );
}

function problemOf(draft: Draft): string | null {
  if (draft.unreadable) return draft.unreadable;
  if (draft.source.trim() === "") return "Paste the text of the article, or choose a file.";
  return draft.title.trim() === "" ? "Give the article a title." : null;
}

type EditorProps = {
  dossierId: string;
  draft: Draft;
  onChange: (id: string, fields: Partial<Draft>) => void;
};

function DraftEditor({ dossierId, draft, onChange }: EditorProps) {
  const preview = usePreview(dossierId, draft);
  if (draft.unreadable) {
    return (
      <Notice tone="danger" role="alert" title={`“${draft.file?.name}” cannot be read`}>
        {draft.unreadable} Nothing was stored.
      </Notice>
    );
  }
  return (
    <>
      {draft.refusal && (
        <Notice tone="danger" role="alert" title="This article was not stored">
          {draft.refusal} What you entered is still here.
        </Notice>
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        <DraftForm
          draft={draft}
          preview={preview.preview}
          onChange={(fields) => onChange(draft.id, { ...fields, progress: "editing", refusal: null })}
        />
        <PreviewPane preview={preview} />
      </div>
    </>
  );
}
