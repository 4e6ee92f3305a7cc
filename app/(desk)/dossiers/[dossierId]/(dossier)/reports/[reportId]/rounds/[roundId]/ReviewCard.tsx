"use client";

import { Check, Undo2 } from "lucide-react";
import type { Ref } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { RoundItem } from "@/lib/reviews/schema";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Moment } from "@/lib/ui/Moment";
import { AnnotationReview } from "./AnnotationReview";
import { LinkReview } from "./LinkReview";
import type { ReviewItem } from "./reviewItems";

type Props = {
  item: ReviewItem;
  number: number;
  count: number;
  dossierId: string;
  decision: RoundItem | undefined;
  /** Why this person may not decide; "" says only that they may not. */
  refusal: string | null;
  busy: boolean;
  isCurrent: boolean;
  ref: Ref<HTMLLIElement>;
  onFocus: () => void;
  onAccept: () => void;
  onReturn: () => void;
};

/** One item with all that is needed for deciding on it, and the decision. */
export function ReviewCard(props: Props) {
  const { item, number, count, dossierId, decision, refusal, busy, isCurrent, ref } = props;
  return (
    <li
      ref={ref}
      tabIndex={-1}
      onFocus={props.onFocus}
      aria-current={isCurrent ? "step" : undefined}
      className={classes(
        "stet-card scroll-mt-28 p-5 outline-offset-2",
        isCurrent && "border-accent ring-1 ring-accent",
      )}
    >
      <p className="mb-3 text-xs text-soft">
        {item.type === "annotation" ? "Annotation" : "Link"} {number} of {count}
      </p>
      {item.type === "annotation" ? (
        <AnnotationReview item={item} dossierId={dossierId} />
      ) : (
        <LinkReview item={item} dossierId={dossierId} />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3">
        <Decision decision={decision} />
        {refusal === null ? (
          <div className="ms-auto flex gap-2">
            <Button look="secondary" onClick={props.onReturn}>
              <Undo2 aria-hidden size={16} /> Return…
            </Button>
            <Button
              look={decision?.decision === "accepted" ? "secondary" : "primary"}
              busy={busy}
              disabled={decision?.decision === "accepted"}
              onClick={props.onAccept}
            >
              <Check aria-hidden size={16} /> Accept
            </Button>
          </div>
        ) : (
          refusal && <p className="ms-auto text-sm text-soft">{refusal}</p>
        )}
      </div>
    </li>
  );
}

function Decision({ decision }: { decision: RoundItem | undefined }) {
  const name = useDossier((state) => state.members[decision?.decidedBy ?? ""]?.name ?? "A former member");
  if (!decision?.decision) return <Badge>Not decided</Badge>;
  const isAccepted = decision.decision === "accepted";
  return (
    <div className="min-w-0 text-sm">
      <Badge tone={isAccepted ? "ok" : "warn"}>{isAccepted ? "Accepted" : "Returned"}</Badge>{" "}
      <span className="text-xs text-soft">
        by {name}
        {decision.decidedAt && (
          <>
            , <Moment at={decision.decidedAt} />
          </>
        )}
      </span>
      {decision.reason && (
        <p className="mt-1" dir="auto">
          “{decision.reason}”
        </p>
      )}
    </div>
  );
}
