import { z } from "zod";
import { MOST_TOGETHER } from "@/lib/annotations/schema";
import { articleSchema } from "@/lib/articles/schema";
import { id, version } from "@/lib/http/fields";

/** `remove`: the annotations that give way, as seen; everything else stays. */
export const adjudicateInput = z.strictObject({
  articleId: id,
  version,
  people: z.tuple([id, id]).refine(([one, other]) => one !== other, "Name two people."),
  remove: z.array(z.strictObject({ id, version })).max(MOST_TOGETHER),
});

/** How far two people agreed before their annotations were made into one set. */
export const adjudicationSchema = z.object({
  people: z.tuple([id, id]),
  sentences: z.int(),
  /** Sentences with the same label. */
  same: z.int(),
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
  removed: z.int(),
});
export type Adjudication = z.infer<typeof adjudicationSchema>;

export const adjudicatedSchema = z.object({ article: articleSchema, adjudication: adjudicationSchema });
export type Adjudicated = z.infer<typeof adjudicatedSchema>;
