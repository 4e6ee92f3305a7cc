"use client";

import { Link2, Trash2 } from "lucide-react";
import { toast } from "sonner";
import { checkStatuses, checkStatusSchema, type Kind, kinds } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { AnnotationFields } from "@/lib/desk/steps";
import { useDossierStore } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Field } from "@/lib/ui/Field";
import { Kbd } from "@/lib/ui/Kbd";
import { kindWords } from "@/lib/ui/KindBadge";
import { Prose } from "@/lib/ui/Prose";
import { Select } from "@/lib/ui/Select";
import { checkStatusWords } from "../../../../../words";
import { AttributeFields } from "./AttributeFields";
import { AttributeList } from "./AttributeList";
import { DraftNotice } from "./DraftNotice";
import { useDesk } from "./deskContext";
import { NoteEditor } from "./NoteEditor";
import { useFieldDraft } from "./useFieldDraft";

const MOST_NOTE = 10_000;

/** Everything an annotation says, to change in place; to read, for those who may only read. */
export function CardEditor({ annotation }: { annotation: Annotation }) {
  const { canEdit, actions, dispatch } = useDesk();
  const store = useDossierStore();
  const saveNote = async (value: string) => {
    const settled = await actions.change(annotation.id, { note: value });
    if (!settled.saved && !store.getView().state.annotations[annotation.id]) keepOrphan(value);
    return settled;
  };
  const note = useFieldDraft(annotation.note, (value) => (value.length > MOST_NOTE ? null : saveNote(value)));
  if (!canEdit) {
    return (
      <div className="mt-2">
        {annotation.note && <Prose text={annotation.note} />}
        <AttributeList annotation={annotation} />
      </div>
    );
  }
  const change = (fields: AnnotationFields) =>
    void actions.change(annotation.id, fields).then((settled) => {
      if (!settled.saved) toast.error(`Not changed. ${settled.refusal.message}`);
    });
  return (
    <div className="mt-3 flex flex-col gap-3">
      <KindChoice id={annotation.id} kind={annotation.kind} onKind={(kind) => change({ kind })} />
      <div>
        <NoteEditor
          label="Note"
          value={note.value}
          onChange={(value) => note.type(value)}
          onBlur={() => note.flush()}
        />
        <DraftNotice
          draft={note}
          show={(value) => value || "(no note)"}
          invalid={tooLong(note.value.length)}
        />
      </div>
      <Field label="Check">
        <Select
          value={annotation.checkStatus}
          onChange={(event) => change({ checkStatus: checkStatusSchema.parse(event.target.value) })}
        >
          {checkStatuses.map((status) => (
            <option key={status} value={status}>
              {checkStatusWords[status].words}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex items-center gap-2">
        <Button
          size="sm"
          onClick={() => dispatch({ type: "linking", linking: { from: annotation.id, to: null } })}
        >
          <Link2 aria-hidden size={14} /> Link <Kbd>l</Kbd>
        </Button>
        <Button size="sm" look="quiet" className="ms-auto" onClick={() => actions.remove(annotation)}>
          <Trash2 aria-hidden size={14} /> Delete
        </Button>
      </div>
      <AttributeFields key={annotation.kind} annotation={annotation} />
    </div>
  );
}

/** The annotation is gone, and its card with it: what was being written stays to be copied. */
function keepOrphan(note: string): void {
  toast.error("Someone deleted this annotation while you wrote its note.", {
    description: note,
    duration: Number.POSITIVE_INFINITY,
    action: { label: "Copy", onClick: () => void navigator.clipboard.writeText(note) },
  });
}

function tooLong(length: number): string {
  return `A note has at most ${MOST_NOTE.toLocaleString("en")} characters; this one has ${length.toLocaleString("en")}. It is kept here until it is shorter.`;
}

function KindChoice(props: { id: string; kind: Kind; onKind: (kind: Kind) => void }) {
  return (
    <fieldset className="flex rounded-md border border-line-strong p-0.5">
      <legend className="sr-only">Kind</legend>
      {kinds.map((kind) => (
        <label
          key={kind}
          className={classes(
            "flex-1 cursor-pointer rounded px-1 py-1 text-center text-xs whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-accent",
            props.kind === kind ? "bg-accent-wash font-semibold text-accent" : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={`kind-${props.id}`}
            data-card-first-field={props.kind === kind ? "" : undefined}
            checked={props.kind === kind}
            onChange={() => props.onKind(kind)}
          />
          {kind === "official_statement" ? "Statement" : kindWords[kind].one}
        </label>
      ))}
    </fieldset>
  );
}
