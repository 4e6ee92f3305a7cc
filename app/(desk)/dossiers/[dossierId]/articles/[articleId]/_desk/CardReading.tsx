"use client";

import type { Annotation } from "@/lib/annotations/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Prose } from "@/lib/ui/Prose";
import { confidenceWords } from "../../../../../words";
import { AttributeList } from "./AttributeList";
import { CheckerLines } from "./CheckerLines";
import { TagList } from "./TagList";

/** Everything an annotation says, for those who may only read. */
export function CardReading({ annotation }: { annotation: Annotation }) {
  const { note, assignee, confidence, tags } = annotation;
  const name = useDossier((state) => (assignee && state.members[assignee]?.name) || "Someone no longer here");
  return (
    <div className="mt-2.5 flex flex-col gap-2.5">
      <AttributeList annotation={annotation} />
      {(confidence || assignee) && (
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs leading-relaxed">
          {confidence && (
            <>
              <dt className="text-soft">Confidence</dt>
              <dd>{confidenceWords[confidence]}</dd>
            </>
          )}
          {assignee && (
            <>
              <dt className="text-soft">Assignee</dt>
              <dd>{name}</dd>
            </>
          )}
        </dl>
      )}
      <CheckerLines annotation={annotation} />
      {note && (
        <div dir="auto" className="stet-card-note">
          <Prose text={note} />
        </div>
      )}
      <TagList tags={tags} />
    </div>
  );
}
