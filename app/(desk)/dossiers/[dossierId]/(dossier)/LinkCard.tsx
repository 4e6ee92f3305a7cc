"use client";

import Link from "next/link";
import type { Link as LinkThing } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { Prose } from "@/lib/ui/Prose";
import { plainDay } from "@/lib/ui/plainDay";
import { FoldedThreads } from "../../../_talk/FoldedThreads";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../words";
import { About } from "./About";
import { LinkBadges } from "./LinkBadges";
import { passageLink } from "./passageLink";

/** Two passages and what stands between them. */
export function LinkCard({ link }: { link: LinkThing }) {
  const isContradiction = link.relation === "contradicts";
  const isDirect = isContradiction && link.strength === "direct";
  const status = linkStatusWords[link.status];
  return (
    <li
      id={`link-${link.id}`}
      className={classes(
        "stet-card scroll-mt-4 border-s-4 p-5",
        isDirect && "border-s-contradiction",
        isContradiction && !isDirect && "border-dashed border-s-line-strong",
      )}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="text-sm font-semibold">
          {isContradiction ? "Contradiction" : `“A ${relationWords[link.relation]} B”`}
          {link.subtype && <span className="font-normal text-soft"> {subtypeWords[link.subtype]}</span>}
        </h2>
        <LinkBadges link={link} />
        {link.severity && <Badge>{severityWords[link.severity]}</Badge>}
        {(isContradiction || link.status !== "open") && (
          <span className="ms-auto">
            <Badge tone={status.tone}>{status.words}</Badge>
          </span>
        )}
      </div>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Quote annotationId={link.from} side="A" />
        <Quote annotationId={link.to} side="B" />
      </div>
      {link.rationale && (
        <div className="mt-4 text-[0.9375rem]">
          <Prose text={link.rationale} />
        </div>
      )}
      {link.statusReason && <p className="mt-2 text-sm text-soft">Because: {link.statusReason}</p>}
      <FoldedThreads on={{ type: "link", id: link.id }} />
    </li>
  );
}

function Quote({ annotationId, side }: { annotationId: string; side: string }) {
  const annotation = useDossier((state) => state.annotations[annotationId]);
  const article = useDossier((state) => state.articles[annotation?.articleId ?? ""]);
  if (!annotation || !article) return <p className="text-sm text-soft">This passage was deleted.</p>;
  const { speaker } = annotation.attributes;
  const about = [
    typeof speaker === "string" && speaker,
    article.outlet,
    article.publishedOn && plainDay(article.publishedOn),
  ];
  return (
    <figure className="min-w-0">
      <blockquote
        dir={article.direction}
        lang={article.language}
        className="border-s-2 border-line-strong ps-3 font-serif text-[1.0625rem] leading-normal"
      >
        {annotation.exact}
      </blockquote>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <span className="font-semibold">{side}</span>
        <KindBadge kind={annotation.kind} />
        <Link href={passageLink(annotation)} className="stet-link" dir="auto">
          {article.title}
        </Link>
        <About words={about} />
      </figcaption>
    </figure>
  );
}
