import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { contentHash, sha256Hex } from "@/lib/journal/canonical";
import { changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { blockRows } from "@/lib/search/blockRows";
import { storeBlocks } from "@/lib/search/storeBlocks";
import { importedArticle } from "./importedArticle";
import { journalledRevision } from "./journalled";
import { presentArticle } from "./present";
import { liveArticle } from "./queries";
import type { AddArticleInput, Article, changeArticleInput, deleteArticleInput } from "./schema";

/** The file an article came from, kept as it was. */
export type OriginalFile = { name: string | null; type: string; bytes: Uint8Array };

/**
 * Adds an article and its first revision.
 * @throws Refusal `invalid`, `too_large`, `unsupported_type`, `duplicate` (id taken)
 */
export async function addArticle(
  context: Context,
  { dossierId, id = uuidv7(), text, html, paragraphs, ...about }: AddArticleInput,
  original?: OriginalFile,
): Promise<Article> {
  await requireReader(context, dossierId);
  // Parsed before the dossier is locked: a long text must not keep others waiting.
  const imported = importedArticle({ text, html, paragraphs });
  const found = blockRows(imported.text);
  const source = original ?? {
    name: null,
    type: html === undefined ? "text/plain" : "text/html",
    bytes: new TextEncoder().encode(html ?? text),
  };
  const hashes = {
    documentSha256: contentHash(imported.document),
    originalSha256: createHash("sha256").update(source.bytes).digest("hex"),
  };
  return changeDossier(context, dossierId, "article.add", async ({ tx, now, actor, append }) => {
    const subject = { type: "article" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "article.added" as const, subject };
    const content = {
      ...{ title: about.title, outlet: about.outlet ?? null, url: about.url ?? null },
      byline: about.byline ?? imported.byline ?? null,
      publishedOn: about.publishedOn ?? imported.publishedOn ?? null,
      language: about.language ?? imported.language,
      direction: about.direction ?? imported.direction,
    };
    if (await isRepeatedCreate(tx, { ...creation, noun: "article", content })) {
      await requireSameText(tx, id, imported.text);
      return presentArticle(await liveArticle(tx, id));
    }
    const row = await tx.article.create({
      data: {
        ...{ id, dossierId, ...content, publishedOn: dateOf(content.publishedOn) },
        ...{ createdById: actor.userId, createdAt: now, updatedAt: now },
      },
    });
    const revision = await tx.revision.create({
      data: {
        ...{ id: uuidv7(), articleId: id, number: 1, document: imported.document as Prisma.InputJsonObject },
        ...{
          text: imported.text,
          sha256: sha256Hex(imported.text),
          createdById: actor.userId,
          createdAt: now,
        },
        ...{ originalName: source.name, originalType: source.type, original: new Uint8Array(source.bytes) },
      },
      omit: { text: true, document: true, original: true },
    });
    await storeBlocks(tx, revision.id, found);
    const article = presentArticle({ ...row, revisionId: revision.id });
    append({
      type: "article.added",
      subject,
      payload: { article, revision: journalledRevision({ ...revision, ...hashes }) },
    });
    return article;
  });
}

/** An id that was given to another text is taken, however alike the rest is. */
async function requireSameText(tx: Transaction, articleId: string, text: string): Promise<void> {
  const where = { articleId_number: { articleId, number: 1 } };
  const { sha256 } = await tx.revision.findUniqueOrThrow({ where, select: { sha256: true } });
  if (sha256 !== sha256Hex(text)) {
    throw new Refusal("duplicate", "This id belongs to an article with another text.", { field: "id" });
  }
}

/** Changes what is said about an article; its text never changes. @throws Refusal `stale` with `current` */
export async function changeArticle(
  context: Context,
  { articleId, version, publishedOn, ...about }: z.infer<typeof changeArticleInput>,
): Promise<Article> {
  const { dossierId } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "article.change", async ({ tx, now, authorise, append }) => {
    if (about.independent !== undefined) authorise("article.adjudicate", {});
    const date = publishedOn === undefined ? undefined : dateOf(publishedOn);
    const data = { ...about, publishedOn: date, updatedAt: now };
    const article = await writeIfUnchanged(tx, articleId, version, data);
    append({ type: "article.changed", subject: { type: "article", id: articleId }, payload: { article } });
    return article;
  });
}

/** Takes an article out of its dossier; revisions and annotations stay stored. @throws Refusal `stale` */
export async function deleteArticle(
  context: Context,
  { articleId, version }: z.infer<typeof deleteArticleInput>,
): Promise<Article> {
  const { dossierId } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "article.delete", async ({ tx, now, append }) => {
    const article = await writeIfUnchanged(tx, articleId, version, { deletedAt: now, updatedAt: now });
    append({ type: "article.deleted", subject: { type: "article", id: articleId }, payload: { article } });
    return article;
  });
}

async function writeIfUnchanged(
  tx: Transaction,
  id: string,
  version: number,
  data: Prisma.ArticleUncheckedUpdateManyInput,
): Promise<Article> {
  const { revisionId } = await liveArticle(tx, id);
  const { count } = await tx.article.updateMany({
    where: { id, version, deletedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  const article = presentArticle({ ...(await tx.article.findUniqueOrThrow({ where: { id } })), revisionId });
  if (count === 0) throw stale("article", article);
  return article;
}

/** A plain date as the database keeps it. */
function dateOf(plain: string | null | undefined): Date | null {
  return plain ? new Date(`${plain}T00:00:00Z`) : null;
}
