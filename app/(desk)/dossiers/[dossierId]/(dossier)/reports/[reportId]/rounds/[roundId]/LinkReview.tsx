"use client";

import { type ReactNode, useMemo } from "react";
import { passageContext } from "@/lib/links/passageContext";
import type { BoardRow, LinkEnd } from "@/lib/links/schema";
import { TwoQuoteCard } from "../../../../../_links/TwoQuoteCard";
import type { ReviewItem, ReviewPassage } from "./reviewItems";

type Item = Extract<ReviewItem, { type: "link" }>;
type Props = { item: Item; dossierId: string; difference: ReactNode; children: ReactNode };

/** A link before its reviewer: both passages in their sentences, how they stand to each other, and why. */
export function LinkReview({ item, dossierId, difference, children }: Props) {
  const row = useMemo(() => boardRow(item, dossierId), [item, dossierId]);
  return (
    <TwoQuoteCard row={row} withoutTalk>
      {!item.link.rationale && <p className="mt-3 text-sm text-soft">No reasons are given.</p>}
      <div className="mt-4 flex flex-col gap-4">
        {difference}
        {children}
      </div>
    </TwoQuoteCard>
  );
}

/** The link as it was frozen, in the shape that cards show. */
function boardRow({ link, from, to }: Item, dossierId: string): BoardRow {
  const end = ({ annotation, article: { text, ...article } }: ReviewPassage): LinkEnd => ({
    annotation: { ...annotation, dossierId, deletedAt: null },
    article,
    ...passageContext(text, annotation.start, annotation.end, article.language),
  });
  return {
    link: { ...link, dossierId, endsDigest: "", deletedAt: null },
    flagged: false,
    from: end(from),
    to: end(to),
  };
}
