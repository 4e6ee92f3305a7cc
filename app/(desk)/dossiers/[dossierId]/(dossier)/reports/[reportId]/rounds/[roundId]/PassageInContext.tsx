"use client";

import Link from "next/link";
import { useMemo } from "react";
import { KindBadge } from "@/lib/ui/KindBadge";
import { plainDay } from "@/lib/ui/plainDay";
import { About } from "../../../../About";
import { passageLink } from "../../../../passageLink";
import { type ReviewPassage, wordsAround } from "./reviewItems";

const markStyles = {
  claim: "bg-claim-wash decoration-claim decoration-solid decoration-[1.5px]",
  figure: "bg-figure-wash decoration-figure decoration-dotted decoration-2",
  official_statement: "bg-statement-wash decoration-statement decoration-double decoration-1",
} as const;

/** A passage as it stands in its article, marked, between the words around it; a press on the title leads there. */
export function PassageInContext({ passage, dossierId }: { passage: ReviewPassage; dossierId: string }) {
  const { annotation, article } = passage;
  const { before, after } = useMemo(() => wordsAround(passage), [passage]);
  const about = [article.outlet, article.publishedOn && plainDay(article.publishedOn)];
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <KindBadge kind={annotation.kind} />
        <Link
          href={passageLink({ dossierId, articleId: article.id, id: annotation.id })}
          prefetch={false}
          data-open-passage
          className="stet-link"
          dir="auto"
        >
          {article.title}
        </Link>
        <About words={about} />
      </figcaption>
      <blockquote
        dir={article.direction}
        lang={article.language}
        className="me-auto max-w-[68ch] font-serif text-[1.0625rem] leading-relaxed whitespace-pre-line"
      >
        <span className="text-soft">{before}</span>
        <mark className={`rounded-xs text-ink underline underline-offset-4 ${markStyles[annotation.kind]}`}>
          {annotation.exact}
        </mark>
        <span className="text-soft">{after}</span>
      </blockquote>
    </figure>
  );
}
