"use client";

import { Badge } from "@/lib/ui/Badge";
import { Prose } from "@/lib/ui/Prose";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../../../../../words";
import { LinkBadges } from "../../../../LinkBadges";
import { PassageInContext } from "./PassageInContext";
import type { ReviewItem } from "./reviewItems";

type Props = { item: Extract<ReviewItem, { type: "link" }>; dossierId: string };

/** A link before its reviewer: both passages, how they stand to each other, and why. */
export function LinkReview({ item: { link, from, to }, dossierId }: Props) {
  const status = linkStatusWords[link.status];
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <strong>The first {relationWords[link.relation]} the second</strong>
        {link.subtype && <span className="text-soft">{subtypeWords[link.subtype]}</span>}
        <LinkBadges link={link} />
        {link.severity && <Badge>{severityWords[link.severity]}</Badge>}
        <Badge tone={status.tone}>{status.words}</Badge>
      </p>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <PassageInContext passage={from} dossierId={dossierId} />
        <PassageInContext passage={to} dossierId={dossierId} />
      </div>
      {link.rationale ? (
        <Prose text={link.rationale} />
      ) : (
        <p className="text-sm text-soft">No rationale is given.</p>
      )}
      {link.statusReason && <p className="text-sm text-soft">Because: {link.statusReason}</p>}
    </div>
  );
}
