"use client";

import { useDossier } from "@/lib/live/useDossier";
import { plainDay } from "@/lib/ui/plainDay";
import { Select } from "@/lib/ui/Select";
import type { Side } from "../../articles/[articleId]/_desk/paneContext";
import type { ComparedArticle } from "./comparedArticle";

/** Which article a pane shows, and which revision of it. Those linked to the other side's say how often. */
export function ArticleChoice(props: {
  side: Side;
  article: ComparedArticle | null;
  besideId: string | null;
  onShow: (shown: { articleId: string; revisionId?: string }) => void;
}) {
  const { side, article, besideId, onShow } = props;
  const articleId = article?.articleId ?? null;
  const revisions = article?.revisions ?? [];
  const articles = useDossier((state) => Object.values(state.articles));
  const links = useDossier((state) => state.links, Object.is);
  const annotations = useDossier((state) => state.annotations, Object.is);
  const counts = new Map<string, number>();
  for (const { from, to } of Object.values(links)) {
    const ends = [annotations[from]?.articleId, annotations[to]?.articleId];
    const beside = ends[0] === besideId ? ends[1] : ends[1] === besideId ? ends[0] : undefined;
    if (beside) counts.set(beside, (counts.get(beside) ?? 0) + 1);
  }
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-1.5">
      <Select
        aria-label={side === "left" ? "Article on the left" : "Article on the right"}
        value={articleId ?? ""}
        onChange={(event) => event.target.value && onShow({ articleId: event.target.value })}
        className="max-w-full"
      >
        {!articleId && <option value="">Choose an article to compare</option>}
        {articles.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
            {id === besideId ? " (the same article)" : ""}
            {counts.has(id) ? ` · ${counts.get(id)} linked` : ""}
          </option>
        ))}
      </Select>
      {articleId && revisions.length > 1 && (
        <Select
          aria-label={side === "left" ? "Revision on the left" : "Revision on the right"}
          value={article?.revisionId}
          onChange={(event) => onShow({ articleId, revisionId: event.target.value })}
        >
          {revisions.map(({ id, number, createdAt }) => (
            <option key={id} value={id}>
              Revision {number}, {plainDay(createdAt.slice(0, 10))}
            </option>
          ))}
        </Select>
      )}
      {!articleId && (
        <p className="mt-2 max-w-prose text-sm text-soft">
          Choose what stands on this side. The same article may stand on both, to compare two of its places.
        </p>
      )}
    </div>
  );
}
