"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { uuidv7 } from "uuidv7";
import type { Evidence } from "@/lib/evidence/schema";
import type { DossierStore, Settled } from "@/lib/live/store";
import { useActor, useDossierStore } from "@/lib/live/useDossier";
import { announce } from "./Announcer";
import { type EvidenceDetails, evidenceDetails } from "./evidenceDraft";
import { saveForm } from "./saveForm";
import { type History, useHistory } from "./useHistory";

export type EvidenceActions = {
  add(annotationId: string, details: EvidenceDetails): Promise<Settled<unknown>>;
  /** Saves what differs from `opened`, the source as the form found it; refused where someone changed the same since. */
  change(id: string, opened: EvidenceDetails, details: EvidenceDetails): Promise<Settled<unknown>>;
  remove(evidence: Evidence): void;
};

/** What can be done with sources; all of it can be undone. */
export function useEvidence(): EvidenceActions {
  const store = useDossierStore();
  const { userId } = useActor();
  const history = useHistory(store, userId);
  return useMemo(() => createActions(store, userId, history), [store, userId, history]);
}

function createActions(store: DossierStore, userId: string, history: History): EvidenceActions {
  return {
    add(annotationId, details) {
      const at = new Date().toISOString();
      const thing: Evidence = {
        ...{ id: uuidv7(), annotationId, ...details, archivedSha256: null },
        ...{ version: 1, createdBy: userId, updatedBy: userId },
        ...{ createdAt: at, updatedAt: at, deletedAt: null },
      };
      announce("Source added");
      return history.perform({ does: "create", noun: "evidence", thing });
    },
    async change(id, opened, typed) {
      const now = store.getView().state.evidence[id] ?? null;
      return saveForm({ opened, now: now && evidenceDetails(now), typed }, (before, after) =>
        history.perform({ does: "change", noun: "evidence", id, before, after }),
      );
    },
    remove(evidence) {
      const doing = history.perform({ does: "delete", noun: "evidence", thing: evidence });
      void doing.then((settled) => {
        if (!settled.saved && !settled.held) toast.error(`Not deleted. ${settled.refusal.message}`);
      });
      announce("Source deleted");
      toast("Source deleted", {
        action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) },
      });
    },
  };
}
