import type { z } from "zod";
import { presentAnnotation } from "@/lib/annotations/present";
import { setDeletedIn } from "@/lib/annotations/stored";
import { presentArticle } from "@/lib/articles/present";
import { liveArticle } from "@/lib/articles/queries";
import { revisionText } from "@/lib/articles/revisionText";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { changeDossier } from "@/lib/journal/change";
import { sentences } from "@/lib/text/sentences";
import { measuresOf } from "./measures";
import type { Adjudicated, adjudicateInput } from "./schema";

/**
 * Makes the annotations of two people who worked without each other into one set, and ends their independence. How far
 * they agreed is written down first, since it cannot be measured afterwards. What gives way is deleted, reversibly.
 * @throws Refusal `invalid` when the article is not annotated independently, when one of the two is nobody of the
 *   dossier, or something else is to be removed than these two people's annotations of it, `stale` when the article or one of them changed
 */
export async function adjudicate(
  context: Context,
  { articleId, version, people, remove }: z.infer<typeof adjudicateInput>,
): Promise<Adjudicated> {
  const { dossierId } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "article.adjudicate", async (change) => {
    const { tx, now, append } = change;
    const before = await liveArticle(tx, articleId);
    if (before.version !== version) throw stale("article", presentArticle(before));
    if (!before.independent) {
      throw new Refusal("invalid", "This article is not annotated independently.", { field: "articleId" });
    }
    const rows = await tx.annotation.findMany({
      where: { revisionId: before.revisionId, createdById: { in: people }, deletedAt: null },
    });
    const annotations = rows.map(presentAnnotation);
    const known = new Set(annotations.map(({ id }) => id));
    const strange = remove.findIndex(({ id }) => !known.has(id));
    if (strange >= 0) {
      const field = `remove.${strange}.id`;
      throw new Refusal("invalid", "This is not an annotation of these two people in this article.", {
        field,
      });
    }
    await requireKnown(tx, { dossierId, people }, new Set(annotations.map(({ createdBy }) => createdBy)));
    const text = await revisionText(tx, before.revisionId);
    const marks = people.map((person) => annotations.filter(({ createdBy }) => createdBy === person));
    const { overall, ...measured } = measuresOf(sentences(text, before.language), marks);
    for (const { id, version: seen } of remove) await setDeletedIn(change, id, seen, true);
    const row = await tx.article.update({
      where: { id: articleId },
      data: { independent: false, updatedAt: now, version: { increment: 1 } },
    });
    const article = presentArticle({ ...row, revisionId: before.revisionId });
    const adjudication = { people, sentences: measured.sentences, ...overall, removed: remove.length };
    const payload = { article, adjudication };
    append({ type: "article.adjudicated", subject: { type: "article", id: articleId }, payload });
    return payload;
  });
}

/** A member may have tagged nothing, and who tagged may be a member no more; anybody else cannot have agreed. */
async function requireKnown(
  tx: Transaction,
  { dossierId, people }: { dossierId: string; people: readonly string[] },
  annotators: ReadonlySet<string>,
): Promise<void> {
  const rows = await tx.member.findMany({
    where: { dossierId, userId: { in: [...people] } },
    select: { userId: true },
  });
  const known = new Set([...annotators, ...rows.map(({ userId }) => userId)]);
  const stranger = people.findIndex((person) => !known.has(person));
  if (stranger >= 0) {
    throw new Refusal("invalid", "This is nobody who works in the dossier.", { field: `people.${stranger}` });
  }
}
