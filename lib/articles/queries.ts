import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database, Transaction } from "@/lib/db/client";
import type { Article as ArticleRow } from "@/lib/db/generated/client";
import { notFound } from "@/lib/http/refusal";
import type { ImportPreview } from "@/lib/importing/previewText";
import { sentences } from "@/lib/text/sentences";
import { type Coverage, coverageOf } from "./coverage";
import { importedArticle } from "./importedArticle";
import { presentArticle } from "./present";
import type {
  Article,
  articleParams,
  articleWithRevisionSchema,
  listArticlesInput,
  previewArticleInput,
} from "./schema";

type ArticleWithRevision = z.infer<typeof articleWithRevisionSchema>;

const newestRevision = { orderBy: { number: "desc" }, take: 1, select: { id: true } } as const;

/**
 * An article that is not deleted, with the id of its newest revision. Asks nobody's permission.
 * @throws Refusal `not_found`
 */
export async function liveArticle(
  db: Database | Transaction,
  articleId: string,
): Promise<ArticleRow & { revisionId: string }> {
  const row = await db.article.findFirst({
    where: { id: articleId, deletedAt: null, dossier: { deletedAt: null } },
    include: { revisions: newestRevision },
  });
  const revision = row?.revisions[0];
  if (!row || !revision) throw notFound();
  return { ...row, revisionId: revision.id };
}

/** Articles of a dossier, oldest first. */
export async function listArticles(
  context: Context,
  { dossierId, limit, after }: z.infer<typeof listArticlesInput>,
): Promise<{ items: Article[]; next: string | null }> {
  await requireReader(context, dossierId);
  const items = await articlesOf(context.db, dossierId, { limit, after });
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
}

/** Articles of a dossier that are not deleted, by id. Asks nobody's permission. */
export async function articlesOf(
  db: Database | Transaction,
  dossierId: string,
  { limit, after }: { limit?: number; after?: string } = {},
): Promise<Article[]> {
  const rows = await db.article.findMany({
    where: { dossierId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    include: { revisions: newestRevision },
  });
  return rows.flatMap((row) =>
    row.revisions[0] ? [presentArticle({ ...row, revisionId: row.revisions[0].id })] : [],
  );
}

/** An article with its newest revision and where its sentences are. */
export async function readArticle(
  context: Context,
  { articleId }: z.infer<typeof articleParams>,
): Promise<ArticleWithRevision> {
  const row = await liveArticle(context.db, articleId);
  await requireReader(context, row.dossierId);
  return withRevision(context.db, row, row.revisionId);
}

/**
 * The same with the revision that is asked for, and what revisions there are, oldest first. One that is not the
 * article's is as if none were asked for: the newest.
 */
export async function readArticleAt(
  context: Context,
  { articleId, revisionId }: { articleId: string; revisionId?: string },
): Promise<ArticleWithRevision & { revisions: { id: string; number: number; createdAt: string }[] }> {
  const row = await liveArticle(context.db, articleId);
  await requireReader(context, row.dossierId);
  const rows = await context.db.revision.findMany({
    where: { articleId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, createdAt: true },
  });
  const wanted = rows.find(({ id }) => id === revisionId)?.id ?? row.revisionId;
  return {
    ...(await withRevision(context.db, row, wanted)),
    revisions: rows.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
  };
}

async function withRevision(
  db: Database | Transaction,
  article: ArticleRow & { revisionId: string },
  revisionId: string,
): Promise<ArticleWithRevision> {
  const revision = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { id: true, number: true, text: true, document: true, sha256: true },
  });
  const { id, number, text, sha256 } = revision;
  const doc = revision.document as ArticleWithRevision["revision"]["doc"];
  return {
    ...presentArticle(article),
    revision: { id, number, text, doc, sha256, sentences: sentences(text, article.language) },
  };
}

/** Per sentence: annotated, cleared or open. */
export async function readCoverage(
  context: Context,
  { articleId }: z.infer<typeof articleParams>,
): Promise<Coverage> {
  const article = await liveArticle(context.db, articleId);
  await requireReader(context, article.dossierId);
  return coverageOfArticle(context.db, article);
}

/** Coverage of an article's newest revision. Asks nobody's permission. */
export async function coverageOfArticle(
  db: Database | Transaction,
  { revisionId, language }: { revisionId: string; language: string },
): Promise<Coverage> {
  const range = { start: true, end: true } as const;
  const [{ text }, annotated, cleared] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } }),
    db.annotation.findMany({ where: { revisionId, deletedAt: null }, select: range }),
    db.clearedSentence.findMany({ where: { revisionId }, select: range }),
  ]);
  return coverageOf(sentences(text, language), annotated, cleared);
}

/**
 * What adding this article would store; stores nothing.
 * @throws Refusal what {@link importedArticle} throws
 */
export async function previewArticle(
  context: Context,
  { dossierId, ...source }: z.infer<typeof previewArticleInput>,
): Promise<ImportPreview> {
  await requireReader(context, dossierId);
  return importedArticle(source);
}
