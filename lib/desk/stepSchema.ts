import { z } from "zod";
import { annotationSchema } from "@/lib/annotations/schema";
import { commentSchema } from "@/lib/comments/schema";
import { evidenceSchema } from "@/lib/evidence/schema";
import { linkSchema } from "@/lib/links/schema";
import { emptyStack, type UndoStack } from "./undoStack";

/** Goes up when what is kept changes its shape: older stacks are then thrown away. */
const SHAPE = 1;

const annotation = annotationSchema
  .pick({ kind: true, note: true, attributes: true, checkStatus: true, start: true, end: true, exact: true })
  .extend(
    annotationSchema.pick({
      tags: true,
      assignee: true,
      confidence: true,
      checker: true,
      secondChecker: true,
    }).shape,
  )
  .partial()
  .strict();
const link = linkSchema
  .pick({ relation: true, subtype: true, sameEvent: true, strength: true, severity: true, rationale: true })
  .extend(linkSchema.pick({ status: true, statusReason: true, owner: true }).shape)
  .partial()
  .strict();
const evidence = evidenceSchema
  .pick({ stance: true, url: true, title: true, locator: true, tier: true, note: true, retrievedAt: true })
  .partial()
  .strict();
const comment = z.strictObject({ body: z.string(), resolved: z.boolean() }).partial();

function stepsOf<N extends string>(noun: N, thing: z.ZodType, fields: z.ZodType) {
  return [
    z.strictObject({ does: z.enum(["create", "restore", "delete"]), noun: z.literal(noun), thing }),
    z.strictObject({
      does: z.literal("change"),
      noun: z.literal(noun),
      id: z.string(),
      before: fields,
      after: fields,
    }),
  ] as const;
}

/** One step as it is kept in a browser. */
export const singleStepSchema = z.union([
  ...stepsOf("annotation", annotationSchema, annotation),
  ...stepsOf("link", linkSchema, link),
  ...stepsOf("evidence", evidenceSchema, evidence),
  ...stepsOf("comment", commentSchema, comment),
  z.strictObject({
    does: z.enum(["clear", "reopen"]),
    noun: z.literal("sentence"),
    place: z.object({ articleId: z.string(), revisionId: z.string(), start: z.int(), end: z.int() }),
  }),
]);
const together = z.strictObject({
  does: z.literal("together"),
  says: z.string(),
  steps: z.array(singleStepSchema),
});
const deeds = z.array(
  z.strictObject({ id: z.string(), step: z.union([singleStepSchema, together]), isSaved: z.boolean() }),
);
const keptSchema = z.strictObject({ shape: z.literal(SHAPE), done: deeds, undone: deeds });

/** A stack as it is kept. */
export function packedStack(stack: UndoStack): unknown {
  return { shape: SHAPE, ...stack };
}

/** A stack that was kept; anything that is none, or of another shape, is an empty one. */
export function unpackedStack(kept: unknown): UndoStack {
  const parsed = keptSchema.safeParse(kept);
  if (!parsed.success) return emptyStack;
  const { done, undone } = parsed.data;
  return { done, undone } as UndoStack;
}
