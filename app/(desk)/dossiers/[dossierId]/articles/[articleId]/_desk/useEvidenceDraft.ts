"use client";

import { useState } from "react";
import { z } from "zod";
import { formChange } from "@/lib/desk/formChange";
import { useActor } from "@/lib/live/useDossier";
import { keepTypedText, sendTypedText, typedText } from "../../../../../_talk/typedTexts";
import { draftOf, type EvidenceDetails, evidenceDetailsSchema, evidenceDraftSchema } from "./evidenceDraft";

/** What is typed and the source as the form found it; null for a new one. */
const keptSchema = z.object({ draft: evidenceDraftSchema, opened: evidenceDetailsSchema.nullable() });
export type KeptEvidence = z.infer<typeof keptSchema>;

/** What was sent, until it is known how that ended. */
export type SentEvidence = {
  /** It is saved, or handed back elsewhere. */
  forget(): void;
  /**
   * It is typed here again, measured against `now` when given; false when the next one is being typed here already.
   */
  giveBack(now: EvidenceDetails | null): boolean;
};

/** What is typed into a form, kept through its closing and a reload until it is saved or cancelled. */
export function useEvidenceDraft(key: string, initial: KeptEvidence) {
  const { userId } = useActor();
  const [kept, setKept] = useState(() => keptEvidence(userId, key) ?? initial);
  return {
    ...kept,
    change(fields: Partial<KeptEvidence["draft"]>) {
      const next = { ...kept, draft: { ...kept.draft, ...fields } };
      setKept(next);
      keepTypedText(userId, key, JSON.stringify(next));
    },
    forget() {
      keepTypedText(userId, key, null);
    },
    send(): SentEvidence {
      const forget = sendTypedText(userId, key, JSON.stringify(kept));
      return {
        forget,
        giveBack(now) {
          forget();
          if (typedText(userId, key) !== null) return false;
          keepTypedText(userId, key, JSON.stringify(now ? measured(kept, now) : kept));
          return true;
        },
      };
    },
  };
}

/** The same form on the source as it is now: what was not touched becomes what it is. */
function measured({ draft, opened }: KeptEvidence, now: EvidenceDetails): KeptEvidence {
  const is = draftOf(now);
  const { after } = formChange(opened ? draftOf(opened) : is, is, draft);
  return { draft: { ...is, ...after }, opened: now };
}

/** What was typed under `key` and not saved; null when nothing was. */
function keptEvidence(userId: string, key: string): KeptEvidence | null {
  const kept = typedText(userId, key);
  if (kept === null) return null;
  try {
    return keptSchema.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}
