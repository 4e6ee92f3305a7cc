import { z } from "zod";
import { id, text } from "@/lib/http/fields";
import { reportStatusSchema } from "@/lib/reports/schema";
import { openPointKindSchema, openPointSchema } from "@/lib/reports/snapshot";

/** Why each of some kinds of open points is let be. */
export const acceptedKindsSchema = z
  .array(
    z.strictObject({
      kind: openPointKindSchema,
      reason: text(1_000).refine((reason) => reason.trim() !== "", "Say why this is let be."),
    }),
  )
  .max(openPointKindSchema.options.length)
  .refine((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, "A kind is named twice.");

/** Most things of one kind that are named; the total says how many there are. */
export const MOST_NAMED = 50;

const obstacleSchema = z.object({
  on: openPointSchema.shape.on,
  articleId: id.nullable(),
  annotationId: id.nullable(),
  linkId: id.nullable(),
  commentId: id.nullable(),
  /** Of an open sentence; UTF-16 units, end-exclusive. */
  range: z.object({ start: z.int(), end: z.int() }).nullable(),
  excerpt: z.string(),
});

const counts = { annotations: z.int(), evidence: z.int(), links: z.int(), cleared: z.int() };

export const readinessSchema = z.object({
  reportId: id,
  status: reportStatusSchema,
  /** What would be frozen. A link counts in each article that it has an end in. */
  frozen: z.object({ ...counts, articles: z.array(z.object({ id, title: z.string(), ...counts })) }),
  /** How the items would stand to the rounds before: standing.ts. */
  standing: z.object({
    new: z.int(),
    changed: z.int(),
    fixed: z.int(),
    "returned-unchanged": z.int(),
    carried: z.int(),
  }),
  /** What stands in the way, a group for each kind there is any of: the first {@link MOST_NAMED} by name. */
  groups: z.array(z.object({ kind: openPointKindSchema, total: z.int(), items: z.array(obstacleSchema) })),
  requireCoverage: z.boolean(),
  signOffsRequired: z.int(),
  /** Whoever would be told, and whether they could sign: nobody signs what they contributed to. */
  reviewers: z.array(z.object({ userId: id, name: z.string(), maySign: z.boolean() })),
});
export type Readiness = z.infer<typeof readinessSchema>;
