import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Refusal } from "@/lib/http/refusal";
import { changeDossier } from "@/lib/journal/change";
import { sentences } from "@/lib/text/sentences";
import { presentClearedSentence } from "./present";
import { liveArticle } from "./queries";
import { revisionText } from "./revisionText";
import type { ClearedSentence, clearSentenceInput } from "./schema";

/**
 * Says that there is nothing to check in a sentence. Saying it again changes nothing.
 * @throws Refusal `out_of_range` when start and end (UTF-16) are not those of a sentence
 */
export async function clearSentence(
  context: Context,
  { articleId, start, end }: z.infer<typeof clearSentenceInput>,
): Promise<ClearedSentence> {
  const { dossierId, revisionId, language } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "sentence.clear", async ({ tx, now, actor, append }) => {
    const text = await revisionText(tx, revisionId);
    if (!sentences(text, language).some((sentence) => sentence.start === start && sentence.end === end)) {
      throw new Refusal("out_of_range", "This is not a sentence of the article.", { field: "start" });
    }
    const place = { revisionId_start: { revisionId, start } };
    const before = await tx.clearedSentence.findUnique({ where: place });
    if (before) return presentClearedSentence({ ...before, articleId });
    const row = await tx.clearedSentence.create({
      data: { revisionId, start, end, clearedById: actor.userId, clearedAt: now },
    });
    const sentence = presentClearedSentence({ ...row, articleId });
    append({ type: "sentence.cleared", subject: { type: "article", id: articleId }, payload: { sentence } });
    return sentence;
  });
}

/** Takes back that there is nothing to check. @throws Refusal `out_of_range` when nobody had said it */
export async function reopenSentence(
  context: Context,
  { articleId, start, end }: z.infer<typeof clearSentenceInput>,
): Promise<ClearedSentence> {
  const { dossierId, revisionId } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "sentence.clear", async ({ tx, append }) => {
    const row = await tx.clearedSentence.findFirst({ where: { revisionId, start, end } });
    if (!row) throw new Refusal("out_of_range", "This sentence is not cleared.", { field: "start" });
    await tx.clearedSentence.delete({ where: { revisionId_start: { revisionId, start } } });
    const sentence = presentClearedSentence({ ...row, articleId });
    append({ type: "sentence.reopened", subject: { type: "article", id: articleId }, payload: { sentence } });
    return sentence;
  });
}
