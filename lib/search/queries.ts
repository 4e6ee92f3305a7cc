import type { z } from "zod";
import { revisionText } from "@/lib/articles/revisionText";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import { contextOf } from "./context";
import { findInBlock, type TextSpan } from "./find";
import { parseQuery, textSearchQuery } from "./query";
import type { FoundPassage, SearchAnswer, searchInput } from "./schema";

type Revision = { articleId: string; revisionId: string; language: string };
type Counted = Revision & { blocks: number };
type Block = TextSpan;
type Place = { articleId: string; start: number };

/** Blocks that are looked into at a time: a page of words is filled by as many blocks at most. */
const BATCH = 200;
/** Blocks that one call looks into at most: a phrase of common words may be in few of those that have the words. */
const MOST_BLOCKS = 4_000;

/**
 * Passages of a dossier's articles that have what is asked for, by article (oldest first) and place; of each
 * article, in its newest revision. A page may be short of `limit` although `next` says that there is more.
 * @throws Refusal `not_found`, `invalid` for a question with nothing to look for
 */
export async function searchDossier(
  context: Context,
  { dossierId, q, article, limit, after }: z.infer<typeof searchInput>,
): Promise<SearchAnswer> {
  await requireReader(context, dossierId);
  const { query, problem } = parseQuery(q);
  if (!query) throw new Refusal("invalid", problem, { field: "q" });
  const { db } = context;
  const revisions = await searchedRevisions(db, dossierId, article);
  const asked = textSearchQuery(query);
  const from = placeOf(after);
  const counts = await countBlocks(db, revisions, asked);
  const items: Omit<FoundPassage, "annotationIds">[] = [];
  let looked: Place | null = from;
  // A phrase may be in few of the blocks that have its words: one large look is quicker than many.
  const atOnce = query.all.some(({ kind }) => kind === "phrase") ? MOST_BLOCKS : BATCH;
  for (let blocks = 0; blocks < MOST_BLOCKS; blocks += atOnce) {
    const batch = await blocksWith(db, counts, asked, { from: looked, limit: atOnce });
    for (const { articleId, revisionId, language, ...block } of batch) {
      const text = await revisionText(db, revisionId);
      for (const { start, end } of findInBlock(text, block, query)) {
        if (from?.articleId === articleId && start <= from.start) continue;
        if (items.length === limit) return answer(db, items, items.at(-1) ?? null, counts);
        const around = contextOf(text, block, { start, end }, language);
        items.push({ articleId, revisionId, start, end, exact: text.slice(start, end), ...around });
      }
      looked = { articleId, start: block.end };
    }
    if (batch.length < atOnce) return answer(db, items, null, counts);
  }
  return answer(db, items, looked, counts);
}

async function answer(
  db: Database,
  items: readonly Omit<FoundPassage, "annotationIds">[],
  last: Place | null,
  counts: readonly Counted[],
): Promise<SearchAnswer> {
  const annotations = await annotationsOn(db, items);
  return {
    items: items.map((item, i) => ({ ...item, annotationIds: annotations.get(i) ?? [] })),
    next: last && `${last.articleId}:${last.start}`,
    paragraphs: counts.reduce((sum, { blocks }) => sum + blocks, 0),
    articles: counts.map(({ articleId, blocks }) => ({ id: articleId, paragraphs: blocks })),
  };
}

/** The newest revision of each article of a dossier, or of one of them, oldest article first. */
async function searchedRevisions(db: Database, dossierId: string, article?: string): Promise<Revision[]> {
  const articles = await db.article.findMany({
    where: { dossierId, id: article, deletedAt: null },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, language: true },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
    },
  });
  return articles.flatMap(({ id, language, revisions }) =>
    revisions.map((revision) => ({ articleId: id, revisionId: revision.id, language })),
  );
}

/** The revisions that have blocks with what is asked for, and how many. */
async function countBlocks(db: Database, revisions: readonly Revision[], asked: string): Promise<Counted[]> {
  const ids = revisions.map(({ revisionId }) => revisionId);
  const rows = await db.$queryRaw<{ id: string; blocks: number }[]>`
    SELECT revision_id::text AS id, count(*)::int AS blocks FROM search_block
    WHERE words @@ ${asked}::tsquery AND revision_id = ANY(${ids}::uuid[])
    GROUP BY revision_id`;
  const blocksOf = new Map(rows.map(({ id, blocks }) => [id, blocks]));
  return revisions.flatMap((revision) => {
    const blocks = blocksOf.get(revision.revisionId);
    return blocks === undefined ? [] : [{ ...revision, blocks }];
  });
}

/** The next blocks with what is asked for that end after a place, at most `limit`, in order. */
async function blocksWith(
  db: Database,
  counts: readonly Counted[],
  asked: string,
  { from, limit }: { from: Place | null; limit: number },
): Promise<(Revision & Block)[]> {
  // Only as many revisions as can fill a batch whatever the first of them has left.
  const left = counts.filter(({ articleId }) => !from || articleId >= from.articleId);
  const near: Counted[] = [];
  for (let enough = limit + (left[0]?.blocks ?? 0); enough > 0 && near.length < left.length; ) {
    const next = left[near.length];
    if (!next) break;
    near.push(next);
    enough -= next.blocks;
  }
  const ids = near.map(({ revisionId }) => revisionId);
  const first = from && near[0]?.articleId === from.articleId ? from.start : -1;
  const rows = await db.$queryRaw<{ nth: number; start: number; end: number }[]>`
    SELECT wanted.nth::int, block."start", block."end"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, nth) JOIN search_block block ON revision_id = wanted.id
    WHERE words @@ ${asked}::tsquery AND revision_id = ANY(${ids}::uuid[])
      AND (wanted.nth > 1 OR block."end" > ${first})
    ORDER BY wanted.nth, block."start" LIMIT ${limit}`;
  return rows.flatMap(({ nth, start, end }) => {
    const revision = near[nth - 1];
    return revision ? [{ ...revision, start, end }] : [];
  });
}

/** The annotations that share a character with passages, by the passage's place in the list. */
async function annotationsOn(
  db: Database,
  passages: readonly (TextSpan & { revisionId: string })[],
): Promise<Map<number, string[]>> {
  const rows = await db.$queryRaw<{ nth: number; id: string }[]>`
    SELECT passage.nth::int, annotation.id::text
    FROM unnest(
      ${passages.map(({ revisionId }) => revisionId)}::uuid[],
      ${passages.map(({ start }) => start)}::int[],
      ${passages.map(({ end }) => end)}::int[]
    ) WITH ORDINALITY AS passage(revision_id, "start", "end", nth)
    JOIN annotation ON annotation.revision_id = passage.revision_id AND annotation.deleted_at IS NULL
      AND annotation."start" < passage."end" AND annotation."end" > passage."start"
    ORDER BY annotation."start", annotation.id`;
  const found = new Map<number, string[]>();
  for (const { nth, id } of rows) found.set(nth - 1, [...(found.get(nth - 1) ?? []), id]);
  return found;
}

function placeOf(after: string | undefined): Place | null {
  const [articleId, start] = after?.split(":") ?? [];
  return articleId && start ? { articleId, start: Number(start) } : null;
}
