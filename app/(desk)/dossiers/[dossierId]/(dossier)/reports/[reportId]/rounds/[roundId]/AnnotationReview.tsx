"use client";

import type { ReactNode } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { RoundItem } from "@/lib/reviews/schema";
import { Badge } from "@/lib/ui/Badge";
import { Prose } from "@/lib/ui/Prose";
import { checkStatusWords } from "../../../../../../../words";
import { CheckerLines } from "../../../../../articles/[articleId]/_desk/CheckerLines";
import { AttributeList } from "./AttributeList";
import { EvidenceRead } from "./EvidenceRead";
import { LinksSeen } from "./LinksSeen";
import { Part } from "./Part";
import { PassageInContext } from "./PassageInContext";
import type { ReviewItem } from "./reviewItems";

type Props = {
  item: Extract<ReviewItem, { type: "annotation" }>;
  dossierId: string;
  decisions: ReadonlyMap<string, RoundItem>;
  onGo: (key: string) => void;
  /** What was changed since an earlier round. */
  difference: ReactNode;
  children: ReactNode;
};

/** An annotation before its reviewer: the passage, what is said of it, and on what grounds. */
export function AnnotationReview({ item, dossierId, decisions, onGo, difference, children }: Props) {
  const { passage, evidence, links } = item;
  const { annotation } = passage;
  const status = checkStatusWords[annotation.checkStatus];
  const made = useDossier((state) => ({
    by: state.members[annotation.createdBy]?.name ?? "A former member",
    last: state.members[annotation.updatedBy]?.name ?? "a former member",
  }));
  return (
    <div className="stet-card flex flex-col gap-4 p-4 sm:p-6">
      <PassageInContext passage={passage} dossierId={dossierId} />
      {difference}
      <div className="flex flex-col gap-2.5 border-t border-line pt-3.5">
        <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
          <Badge tone={status.tone}>{status.words}</Badge>
          {annotation.confidence && <span>{annotation.confidence} confidence</span>}
          {annotation.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          <span className="ms-auto">
            by <bdi>{made.by}</bdi>
            {annotation.updatedBy !== annotation.createdBy && (
              <>
                , last changed by <bdi>{made.last}</bdi>
              </>
            )}
          </span>
        </p>
        <CheckerLines annotation={{ ...annotation, dossierId, deletedAt: null }} />
        {annotation.note ? <Prose text={annotation.note} /> : <p className="text-sm text-soft">No note.</p>}
        <AttributeList attributes={annotation.attributes} />
      </div>
      <Part title="Evidence">
        <EvidenceRead evidence={evidence} />
      </Part>
      {links.length > 0 && (
        <Part title="Links">
          <LinksSeen links={links} decisions={decisions} onGo={onGo} />
        </Part>
      )}
      {children}
    </div>
  );
}
