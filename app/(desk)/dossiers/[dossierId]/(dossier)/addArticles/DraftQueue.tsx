"use client";

import { CircleAlert, CircleCheck, FileText, X } from "lucide-react";
import { Button } from "@/lib/ui/Button";
import { Spinner } from "@/lib/ui/Spinner";
import type { Draft } from "./draft";

type Props = {
  drafts: readonly Draft[];
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  onRemove: (id: string) => void;
};

/** Several articles on their way in: which is being looked at, and how each fares. */
export function DraftQueue({ drafts, chosenId, onChoose, onRemove }: Props) {
  return (
    <ul aria-label="Articles to add" className="flex flex-wrap gap-2">
      {drafts.map((draft) => {
        const name = draft.title || draft.file?.name || "Pasted text";
        const isDone = draft.progress === "saved";
        return (
          <li key={draft.id} className="flex max-w-64 items-center">
            <Button
              size="sm"
              disabled={isDone}
              aria-pressed={draft.id === chosenId}
              onClick={() => onChoose(draft.id)}
              className="min-w-0 aria-pressed:border-accent"
            >
              <Fate draft={draft} />
              <span className="truncate">{name}</span>
            </Button>
            {!isDone && draft.progress !== "saving" && (
              <Button
                look="quiet"
                size="icon-sm"
                aria-label={`Leave out ${name}`}
                onClick={() => onRemove(draft.id)}
              >
                <X aria-hidden size={14} />
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Fate({ draft }: { draft: Draft }) {
  if (draft.progress === "saving") return <Spinner size={14} />;
  if (draft.progress === "saved") return <CircleCheck aria-label="Added" size={14} className="text-ok" />;
  if (draft.progress === "refused" || draft.unreadable) {
    return <CircleAlert aria-label="Refused" size={14} className="text-danger" />;
  }
  return <FileText aria-hidden size={14} />;
}
