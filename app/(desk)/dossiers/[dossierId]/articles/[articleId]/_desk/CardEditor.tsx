"use client";

import { Link2, Trash2 } from "lucide-react";
import { toast } from "sonner";
import { z } from "zod";
import type { Annotation } from "@/lib/annotations/schema";
import type { AnnotationFields } from "@/lib/desk/steps";
import { Button } from "@/lib/ui/Button";
import { CommandKey } from "../../../../../CommandKey";
import { AttributeFields } from "./AttributeFields";
import { CheckFields } from "./CheckFields";
import { DraftNotice } from "./DraftNotice";
import { useDesk } from "./deskContext";
import { KindChoice } from "./KindChoice";
import { NoteEditor } from "./NoteEditor";
import { TagField } from "./TagField";
import { useFieldDraft } from "./useFieldDraft";

const MOST_NOTE = 10_000;
const noteSchema = z.string();

/** Everything an annotation says, to change in place. */
export function CardEditor({ annotation }: { annotation: Annotation }) {
  const { actions, dispatch } = useDesk();
  const note = useFieldDraft(
    annotation.note,
    (value) => (value.length > MOST_NOTE ? null : actions.change(annotation.id, { note: value })),
    {
      key: `note:${annotation.id}`,
      about: {
        says: `Note on “${annotation.exact.slice(0, 80)}”`,
        annotationId: annotation.id,
        field: "note",
      },
      schema: noteSchema,
      words: (value) => value,
    },
  );
  const change = (fields: AnnotationFields) =>
    void actions.change(annotation.id, fields).then((settled) => {
      if (!settled.saved && !settled.held) toast.error(`Not changed. ${settled.refusal.message}`);
    });
  return (
    <div className="stet-card-fields mt-2.5 flex flex-col gap-3">
      <KindChoice id={annotation.id} kind={annotation.kind} onKind={(kind) => change({ kind })} />
      <CheckFields annotation={annotation} onChange={change} />
      <AttributeFields key={annotation.kind} annotation={annotation} />
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
      <TagField annotation={annotation} onTags={(tags) => change({ tags })} />
      <div className="flex items-center gap-2">
        <Button
          size="sm"
          onClick={() => dispatch({ type: "linking", linking: { from: annotation, to: null } })}
        >
          <Link2 aria-hidden size={14} /> Link <CommandKey command="link" />
        </Button>
        <Button size="sm" look="quiet" className="ms-auto" onClick={() => actions.remove(annotation)}>
          <Trash2 aria-hidden size={14} /> Delete
        </Button>
      </div>
    </div>
  );
}

function tooLong(length: number): string {
  return `A note has at most ${MOST_NOTE.toLocaleString("en")} characters; this one has ${length.toLocaleString("en")}. It is kept here until it is shorter.`;
}
