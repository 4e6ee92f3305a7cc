"use client";

import Link from "next/link";
import type { LinkEnd } from "@/lib/links/schema";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { plainDay } from "@/lib/ui/plainDay";
import { About } from "../(dossier)/About";
import { passageLink } from "../(dossier)/passageLink";

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
