"use client";

import { Link2, TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { linksOf } from "@/lib/links/ofAnnotation";
import { useDossier, useView } from "@/lib/live/useDossier";
import { Avatar } from "@/lib/ui/Avatar";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { Moment } from "@/lib/ui/Moment";
import { checkStatusWords, shortened } from "../../../../../words";
import { WhoElse } from "../../../_links/WhoElse";
import { ReturnedBadge } from "../../../_returned/ReturnedBadge";
import { ReturnedNotice } from "../../../_returned/ReturnedNotice";
import { HeldNotice } from "../../../_waiting/HeldNotice";
import { CardComments } from "./CardComments";
import { CardCounts } from "./CardCounts";
import { CardEditor } from "./CardEditor";
import { CardEvidence } from "./CardEvidence";
import { CardLinks } from "./CardLinks";
import { CardReading } from "./CardReading";
import { useDesk } from "./deskContext";
import { LinkHandle } from "./LinkHandle";
import { usePane } from "./paneContext";
import { TagList } from "./TagList";

/** One annotation: in short, or, when it is selected, with everything that can be said and done about it. */
export const AnnotationCard = memo(function AnnotationCard(props: {
  annotation: Annotation;
  isSelected: boolean;
}) {
  const { annotation, isSelected } = props;
  const { contradicted, actions, canEdit, article } = useDesk();
  const pane = usePane();
  const phase = useView((view) => view.phases[`annotation:${annotation.id}`]);
  const links = useDossier((state) => linksOf(state, annotation.id).length);
  const assignee = useDossier((state) => annotation.assignee && state.members[annotation.assignee]?.name);
  const status = checkStatusWords[annotation.checkStatus];
  return (
    <article
      // Two desks side by side may show the same annotation.
      id={pane ? `card-${pane.side}-${annotation.id}` : `card-${annotation.id}`}
      data-annotation={annotation.id}
      aria-label={`${annotation.kind.replace("_", " ")}: ${shortened(annotation.exact, 60)}`}
      aria-current={isSelected ? "true" : undefined}
      className={classes(
        "stet-card stet-annotation-card p-3 text-sm",
        isSelected ? "border-accent shadow-md ring-1 ring-accent" : "hover:border-line-strong",
      )}
    >
      <header className="flex flex-wrap items-center gap-1.5">
        <KindBadge kind={annotation.kind} />
        {annotation.checkStatus !== "unchecked" && <Badge tone={status.tone}>{status.words}</Badge>}
        {!isSelected && <ReturnedBadge of={{ type: "annotation", id: annotation.id }} />}
        {contradicted.has(annotation.id) && (
          <span title="Stands in a contradiction" className="text-contradiction">
            <TriangleAlert aria-label="Stands in a contradiction" size={15} />
          </span>
        )}
        {!isSelected && links > 0 && (
          <span className="inline-flex items-center gap-1 text-xs text-soft">
            <Link2 aria-hidden size={14} />
            {links === 1 ? "1 link" : `${links} links`}
          </span>
        )}
        {!isSelected && <CardCounts annotationId={annotation.id} />}
        <span className="ms-auto text-xs text-soft" role={phase ? "status" : undefined}>
          {phase === "saving" && "Saving"}
          {phase === "unsaved" && <span className="text-warn">Kept here, not saved</span>}
        </span>
        {isSelected && canEdit && <LinkHandle annotation={annotation} />}
        {!isSelected && assignee && (
          <span title={`Assigned to ${assignee}`}>
            <Avatar name={assignee} size="sm" />
          </span>
        )}
      </header>
      <button
        type="button"
        className="mt-1.5 block w-full cursor-pointer rounded-xs text-start"
        onClick={() => actions.goTo(annotation)}
      >
        <q
          dir="auto"
          lang={article.language}
          className={classes(
            "font-serif leading-snug [quotes:none]",
            isSelected ? "line-clamp-6" : "line-clamp-2",
          )}
        >
          {annotation.exact}
        </q>
      </button>
      <HeldNotice annotationId={annotation.id} />
      {isSelected ? (
        <>
          <ReturnedNotice of={{ type: "annotation", id: annotation.id }} />
          {canEdit ? (
            <CardEditor key={annotation.id} annotation={annotation} />
          ) : (
            <CardReading annotation={annotation} />
          )}
          <CardLinks annotation={annotation} />
          <div className="mt-3">
            <WhoElse key={`who-${annotation.id}`} annotationId={annotation.id} side="this" />
          </div>
          <CardEvidence key={`evidence-${annotation.id}`} annotation={annotation} />
          <CardComments key={`comments-${annotation.id}`} on={{ type: "annotation", id: annotation.id }} />
          <LastTouch annotation={annotation} />
        </>
      ) : (
        (annotation.note || annotation.tags.length > 0) && (
          <div className="mt-1 flex flex-col gap-1">
            {annotation.note && (
              <p dir="auto" className="line-clamp-2 text-xs leading-relaxed text-soft">
                {plainWords(annotation.note)}
              </p>
            )}
            <TagList tags={annotation.tags} />
          </div>
        )
      )}
    </article>
  );
});

function LastTouch({ annotation }: { annotation: Annotation }) {
  const by = useDossier((state) => state.members[annotation.updatedBy]?.name ?? "Someone no longer here");
  return (
    <p className="mt-3 border-t border-line pt-2 text-xs text-soft">
      {annotation.version > 1 ? "Changed" : "Tagged"} by {by}, <Moment at={annotation.updatedAt} />
    </p>
  );
}

/** A note in short, without the marks of Markdown. */
function plainWords(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`>#~]|^\s*[-+]\s/gm, "");
}
