"use client";

import { useState } from "react";
import { useActor } from "@/lib/live/useDossier";
import { keepTypedText, typedText } from "../../../../../_talk/typedTexts";
import { type EvidenceDraft, evidenceDraftSchema } from "./evidenceDraft";

/** What is typed into a form, kept through its closing and a reload until it is saved or cancelled. */
export function useEvidenceDraft(key: string, initial: EvidenceDraft) {
  const { userId } = useActor();
  const [draft, setDraft] = useState(() => keptDraft(userId, key) ?? initial);
  return {
    draft,
    change(fields: Partial<EvidenceDraft>) {
      const next = { ...draft, ...fields };
      setDraft(next);
      keepTypedText(userId, key, JSON.stringify(next));
    },
    forget() {
      keepTypedText(userId, key, null);
    },
    keep(again: EvidenceDraft) {
      keepTypedText(userId, key, JSON.stringify(again));
    },
  };
}

/** What was typed under `key` and not saved; null when nothing was. */
export function keptDraft(userId: string, key: string): EvidenceDraft | null {
  const kept = typedText(userId, key);
  if (kept === null) return null;
  try {
    return evidenceDraftSchema.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}
