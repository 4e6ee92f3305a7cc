import { memo } from "react";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { relationWords } from "../../../../../../../words";
import { DecisionIcon } from "./DecisionIcon";
import type { ReviewRow } from "./reviewRows";
import { standingWords } from "./standingWords";

type Props = { row: ReviewRow; isCurrent: boolean; isLater: boolean; onChoose: (key: string) => void };

/** An item in the list beside: what is decided, what it is, its first words, how it stands. */
export const ReviewListRow = memo(function ReviewListRow({ row, isCurrent, isLater, onChoose }: Props) {
  const { item, decision, standing, filtered } = row;
  const passage = item.type === "link" ? item.from : item.passage;
  const { direction, language } = passage.article;
  return (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(item.key)}
      className={classes(
        "flex w-full cursor-pointer items-start gap-2.5 border-s-4 px-3 py-2 text-start text-sm -outline-offset-2",
        isCurrent ? "border-accent bg-accent-wash" : "border-transparent hover:bg-sunken",
      )}
    >
      <span className="pt-0.5">
        <DecisionIcon item={decision} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-xs">
          {filtered.kind === "link" && item.type === "link" ? (
            <span className="font-medium">{linkName(item.link.relation)}</span>
          ) : (
            filtered.kind !== "link" && <KindBadge kind={filtered.kind} short />
          )}
          {isLater && <Badge tone={standingWords[standing].tone}>{standingWords[standing].words}</Badge>}
        </span>
        <span
          dir={direction}
          lang={language}
          className="mt-0.5 line-clamp-2 font-serif leading-snug wrap-anywhere"
        >
          {passage.annotation.exact}
        </span>
      </span>
    </button>
  );
});

function linkName(relation: keyof typeof relationWords): string {
  return relation === "contradicts" ? "Contradiction" : `Link: ${relationWords[relation]}`;
}
