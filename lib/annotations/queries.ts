import type { z } from "zod";
import { liveArticle } from "@/lib/articles/queries";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { notFound } from "@/lib/http/refusal";
import { presentAnnotation } from "./present";
import type { Annotation, annotationParams, listAnnotationsInput } from "./schema";

/** Annotations of an article's newest revision that are not deleted, by id. */
export async function listAnnotations(
  context: Context,
  { articleId, limit, after }: z.infer<typeof listAnnotationsInput>,
): Promise<{ items: Annotation[]; next: string | null }> {
  const { dossierId, revisionId } = await liveArticle(context.db, articleId);
  await requireReader(context, dossierId);
  const rows = await context.db.annotation.findMany({
    where: { revisionId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return {
    items: rows.map(presentAnnotation),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** One annotation, deleted or not. */
export async function readAnnotation(
  context: Context,
  { annotationId }: z.infer<typeof annotationParams>,
): Promise<Annotation> {
  const where = { id: annotationId, article: { deletedAt: null } };
  const row = await context.db.annotation.findFirst({ where });
  if (!row) throw notFound();
  await requireReader(context, row.dossierId);
  return presentAnnotation(row);
}
