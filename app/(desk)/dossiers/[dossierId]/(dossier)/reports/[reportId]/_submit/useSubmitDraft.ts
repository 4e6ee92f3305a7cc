"use client";

import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { openPointKindSchema } from "@/lib/reports/snapshot";

const draftSchema = z.object({
  /** Of the round to be: sending the same twice submits once. */
  id: z.uuid(),
  note: z.string(),
  waiver: z.string(),
  reasons: z.partialRecord(openPointKindSchema, z.string()),
});
export type SubmitDraft = z.infer<typeof draftSchema>;

const empty = (): SubmitDraft => ({ id: uuidv7(), note: "", waiver: "", reasons: {} });

/**
 * What is written for a submission, kept through the visits to what stands in the way: for as long as the tab lives.
 */
export function useSubmitDraft(reportId: string) {
  const key = `stet:submit:${reportId}`;
  const [draft, setDraft] = useState<SubmitDraft>(empty);
  const write = (next: SubmitDraft) => {
    setDraft(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // No room, or none allowed: it is kept as long as the page.
    }
  };
  return {
    draft,
    change: (change: Partial<SubmitDraft>) => write({ ...draft, ...change }),
    /** Brings back what was written before; asked when the panel opens, since a server knows nothing of it. */
    recall() {
      try {
        const kept = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null"));
        if (kept.success) setDraft(kept.data);
      } catch {
        // Nothing can be read: nothing was kept.
      }
    },
    forget() {
      setDraft(empty());
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
