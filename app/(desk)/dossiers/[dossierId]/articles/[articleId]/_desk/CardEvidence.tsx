"use client";

import { FilePlus2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { can } from "@/lib/auth/policy";
import { CHANGED_SINCE } from "@/lib/desk/formChange";
import { evidenceFor } from "@/lib/evidence/model";
import type { Evidence } from "@/lib/evidence/schema";
import { orWaiting } from "@/lib/live/orWaiting";
import type { Settled } from "@/lib/live/store";
import { useActor, useDossier, useDossierStore } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { handBack } from "../../../../../_talk/handBack";
import { CommandKey } from "../../../../../CommandKey";
import { EvidenceForm } from "./EvidenceForm";
import { EvidenceItem } from "./EvidenceItem";
import { draftOf, type EvidenceDetails, emptyDraft, evidenceDetails } from "./evidenceDraft";
import { useEvidence } from "./useEvidence";
import type { SentEvidence } from "./useEvidenceDraft";

/** The sources for and against an annotation, to add, change and delete in place. */
export function CardEvidence({ annotation }: { annotation: Annotation }) {
  const { id } = annotation;
  const evidence = useDossier((state) => evidenceFor(state.evidence, id));
  const store = useDossierStore();
  const canEdit = can(useActor(), "evidence.write");
  const actions = useEvidence();
  /** The source in the form: an id, "new", or none. */
  const [editing, setEditing] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** A form that is given back what was refused starts anew with it. */
  const [round, setRound] = useState(0);
  const add = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The form that had the focus is gone: where it was opened from is where one goes on.
    if (wasEditing.current && editing === null) add.current?.focus({ preventScroll: true });
    wasEditing.current = editing !== null;
  }, [editing]);

  const open = (which: string | null) => {
    setRefusal(null);
    setEditing(which);
  };
  const settle = async (
    saving: Promise<Settled<unknown>>,
    which: string,
    given: EvidenceDetails,
    sent: SentEvidence,
  ) => {
    open(null);
    const settled = await orWaiting(store, saving);
    if (!settled || settled.saved || settled.held) return sent.forget();
    if (!store.getView().state.annotations[id]) {
      sent.forget();
      handBack(inWords(given), "Not saved: someone deleted this annotation while you noted a source.");
      return;
    }
    const { code, current, message } = settled.refusal;
    if (!sent.giveBack(code === CHANGED_SINCE ? (current as EvidenceDetails) : null)) {
      handBack(inWords(given), `Not saved. ${message}`);
      return;
    }
    setEditing(which);
    setRound((now) => now + 1);
    setRefusal(`Not saved. ${message}`);
  };
  const formOf = (one: Evidence | null) => (
    <EvidenceForm
      key={round}
      draftKey={one ? `evidence-change:${one.id}` : `evidence:${id}`}
      initial={
        one
          ? { draft: draftOf(one), opened: evidenceDetails(one) }
          : { draft: emptyDraft(new Date()), opened: null }
      }
      refusal={refusal}
      onClose={() => open(null)}
      onSave={(details, opened, sent) => {
        const saving = one
          ? actions.change(one.id, opened ?? evidenceDetails(one), details)
          : actions.add(id, details);
        void settle(saving, one?.id ?? "new", details, sent);
      }}
    />
  );
  if (!canEdit && evidence.length === 0) return null;
  return (
    <section aria-label="Evidence" className="mt-3 border-t border-line pt-2">
      <h3 className="text-sm font-medium">Evidence</h3>
      {evidence.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-3">
          {evidence.map((one) => (
            <li key={one.id}>
              {editing === one.id ? (
                formOf(one)
              ) : (
                <EvidenceItem
                  evidence={one}
                  canEdit={canEdit}
                  onEdit={() => open(one.id)}
                  onDelete={() => actions.remove(one)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === "new" && formOf(null)}
      {canEdit && editing !== "new" && (
        <Button ref={add} size="sm" className="mt-2" data-card-evidence="" onClick={() => open("new")}>
          <FilePlus2 aria-hidden size={14} /> Add evidence <CommandKey command="evidence" />
        </Button>
      )}
    </section>
  );
}

/** A source as one would write it down, to be copied. */
function inWords({ title, url, locator, note }: EvidenceDetails): string {
  return [title, locator, url, note].filter(Boolean).join("\n");
}
