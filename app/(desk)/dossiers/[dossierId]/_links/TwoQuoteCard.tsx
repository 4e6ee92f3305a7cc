"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { BoardRow } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { Prose } from "@/lib/ui/Prose";
import { FoldedThreads } from "../../../_talk/FoldedThreads";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../words";
import { ReturnedNotice } from "../_returned/ReturnedNotice";
import { LinkBadges } from "../(dossier)/LinkBadges";
import { comparePath } from "../compare/comparePath";
import { FigureLine } from "./FigureLine";
import { Quote } from "./Quote";
import { WhoElse } from "./WhoElse";

/** Two passages with the words around them, and all that is said of what stands between them. */
export function TwoQuoteCard(props: {
  row: BoardRow;
  before?: ReactNode;
  children?: ReactNode;
  /** The page shows what is said on the link at another place. */
  withoutTalk?: boolean;
}) {
  const { link, flagged, from, to } = props.row;
  const owner = useDossier((state) => (link.owner ? state.members[link.owner]?.name : undefined));
  const isContradiction = link.relation === "contradicts";
  const isDirect = isContradiction && link.strength === "direct";
  const status = linkStatusWords[link.status];
  return (
    <div
      className={classes(
        "stet-card border-s-4 p-4 sm:p-5",
        isDirect && "border-s-contradiction",
        isContradiction && !isDirect && "border-dashed border-s-line-strong",
      )}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {props.before}
        <h2 className="text-sm font-semibold">
          {isContradiction ? "Contradiction" : `“A ${relationWords[link.relation]} B”`}
          {link.subtype && <span className="font-normal text-soft"> {subtypeWords[link.subtype]}</span>}
        </h2>
        <LinkBadges link={link} />
        {link.severity && <Badge>{severityWords[link.severity]}</Badge>}
        {flagged && (
          <Badge tone="warn" title="A passage was changed since somebody looked at this link.">
            Look again
          </Badge>
        )}
        <span className="ms-auto flex items-center gap-2">
          {owner && <span className="text-xs text-soft">{owner}</span>}
          <Badge tone={status.tone}>{status.words}</Badge>
        </span>
      </div>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {(["A", "B"] as const).map((side) => {
          const end = side === "A" ? from : to;
          return (
            <div key={side} className="min-w-0">
              <Quote end={end} side={side} />
              <WhoElse key={end.annotation.id} annotationId={end.annotation.id} side={side} />
            </div>
          );
        })}
      </div>
      <p className="mt-3 text-sm">
        <Link
          className="stet-link"
          href={comparePath(link.dossierId, {
            ...{ left: from.article.id, leftAt: from.annotation.id },
            ...{ right: to.article.id, rightAt: to.annotation.id },
          })}
        >
          Compare side by side
        </Link>
      </p>
      <FigureLine link={link} from={from.annotation} to={to.annotation} />
      {link.rationale && (
        <div className="mt-3 text-[0.9375rem]">
          <Prose text={link.rationale} />
        </div>
      )}
      {link.statusReason && (
        <p className="mt-2 text-sm text-soft">
          {status.words} because: <span dir="auto">{link.statusReason}</span>
        </p>
      )}
      <ReturnedNotice of={{ type: "link", id: link.id }} />
      {props.children}
      {!props.withoutTalk && <FoldedThreads on={{ type: "link", id: link.id }} />}
    </div>
  );
}
