"use client";

import { Newspaper } from "lucide-react";
import Link from "next/link";
import { kinds } from "@/lib/annotations/kinds";
import type { Article } from "@/lib/articles/schema";
import { useDossier } from "@/lib/live/useDossier";
import { CoverageBar } from "@/lib/ui/CoverageBar";
import { EmptyState } from "@/lib/ui/EmptyState";
import { KindBadge } from "@/lib/ui/KindBadge";
import { plainDay } from "@/lib/ui/plainDay";
import { PeopleInArticle } from "../_presence/PeopleInArticle";
import { type CoverageCounts, useCoverage } from "./useCoverage";

/** The dossier's articles: a table where there is room, cards where there is not. */
export function ArticleTable({ coverage }: { coverage: Record<string, CoverageCounts> }) {
  const articles = useDossier((state) =>
    Object.values(state.articles).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  if (articles.length === 0) {
    return (
      <EmptyState icon={Newspaper} title="No articles yet">
        Drop text or HTML files anywhere on this page, or choose “Add articles” to paste one. You see the
        paragraphs before anything is stored.
      </EmptyState>
    );
  }
  return (
    <table className="stet-rows w-full text-sm">
      <caption className="sr-only">Articles of this dossier</caption>
      <thead className="text-xs text-soft">
        <tr>
          <th scope="col">Article</th>
          <th scope="col">Published</th>
          <th scope="col">Annotations</th>
          <th scope="col">Looked at</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} coverage={coverage[article.id]} />
        ))}
      </tbody>
    </table>
  );
}

function ArticleRow({ article, coverage }: { article: Article; coverage: CoverageCounts | undefined }) {
  const counts = useDossier((state) => {
    const of = { claim: 0, figure: 0, official_statement: 0 };
    for (const { articleId, kind } of Object.values(state.annotations)) {
      if (articleId === article.id) of[kind] += 1;
    }
    return of;
  });
  const looked = useCoverage(article.id, coverage);
  const source = [article.outlet, article.byline].filter(Boolean).join(" · ");
  return (
    <tr className="relative hover:bg-sunken">
      <th scope="row" className="font-normal">
        <span className="flex items-center gap-2">
          <Link
            href={`/dossiers/${article.dossierId}/articles/${article.id}`}
            dir={article.direction}
            lang={article.language}
            className="block min-w-0 flex-1 font-serif text-base leading-snug font-semibold after:absolute after:inset-0 hover:underline"
          >
            {article.title}
          </Link>
          <PeopleInArticle articleId={article.id} />
        </span>
        {source && (
          <span dir="auto" className="block text-xs text-soft">
            {source}
          </span>
        )}
      </th>
      <td className="whitespace-nowrap text-soft">
        {article.publishedOn ? plainDay(article.publishedOn) : "No date"}
      </td>
      <td>
        <span className="flex flex-wrap gap-x-2 gap-y-1">
          {kinds.map((kind) => counts[kind] > 0 && <KindBadge key={kind} kind={kind} count={counts[kind]} />)}
          {kinds.every((kind) => counts[kind] === 0) && <span className="text-soft">None yet</span>}
        </span>
      </td>
      <td>{looked && <CoverageBar {...looked} />}</td>
    </tr>
  );
}
