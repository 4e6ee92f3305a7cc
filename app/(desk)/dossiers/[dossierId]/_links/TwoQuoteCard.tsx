"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { figureDifference } from "@/lib/links/figureDifference";
import type { BoardRow, LinkEnd } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { Prose } from "@/lib/ui/Prose";
import { plainDay } from "@/lib/ui/plainDay";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../words";
import { About } from "../(dossier)/About";
import { LinkBadges } from "../(dossier)/LinkBadges";
import { passageLink } from "../(dossier)/passageLink";
import { comparePath } from "../compare/comparePath";

/** Two passages with the words around them, and all that is said of what stands between them. */
export function TwoQuoteCard(props: { row: BoardRow; before?: ReactNode; children?: ReactNode }) {
  const { link, flagged, from, to } = props.row;
  const owner = useDossier((state) => (link.owner ? state.members[link.owner]?.name : undefined));
  const isContradiction = link.relation === "contradicts";
  const isDirect = isContradiction && link.strength === "direct";
  const status = linkStatusWords[link.status];
  const difference =
    link.subtype === "figure" || (from.annotation.kind === "figure" && to.annotation.kind === "figure")
      ? figureDifference(from.annotation, to.annotation)
      : null;
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
        <Quote end={from} side="A" />
        <Quote end={to} side="B" />
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
      {difference && (
        <p className="mt-3 rounded-md bg-figure-wash px-3 py-1.5 text-sm">
          <span className="font-semibold">
            {difference.outcome === "differ" ? "The figures differ. " : "The figures fit. "}
          </span>
          {difference.words} <span className="text-soft">If both count the same thing.</span>
        </p>
      )}
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
      {props.children}
    </div>
  );
}

const washes = {
  claim: "bg-claim-wash",
  figure: "bg-figure-wash",
  official_statement: "bg-statement-wash",
} as const;

/** One passage in its sentence, with who said it, when, and where. */
export function Quote({ end, side }: { end: LinkEnd; side?: string }) {
  const { annotation, article, before, after } = end;
  const { speaker, role, saidOn } = annotation.attributes;
  const day = typeof saidOn === "string" ? saidOn : article.publishedOn;
  const who = [typeof speaker === "string" && speaker, typeof role === "string" && role].filter(Boolean);
  return (
    <figure className="min-w-0">
      <blockquote
        dir={article.direction}
        lang={article.language}
        className="border-s-2 border-line-strong ps-3 font-serif text-[1.0625rem] leading-normal wrap-anywhere"
      >
        <span className="text-soft">{before}</span>
        <mark className={classes("font-medium text-ink", washes[annotation.kind])}>{annotation.exact}</mark>
        <span className="text-soft">{after}</span>
      </blockquote>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        {side && <span className="font-semibold">{side}</span>}
        <KindBadge kind={annotation.kind} />
        {who.length > 0 && <About words={[who.join(", ")]} />}
        <Link href={passageLink(annotation)} className="stet-link" dir="auto">
          {article.title}
        </Link>
        <About
          words={[
            article.outlet,
            day && `${typeof saidOn === "string" ? "said" : "published"} ${plainDay(day)}`,
          ]}
        />
      </figcaption>
    </figure>
  );
}
