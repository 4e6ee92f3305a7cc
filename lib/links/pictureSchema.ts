import { z } from "zod";
import { kindSchema } from "@/lib/annotations/kinds";
import { id } from "@/lib/http/fields";
import { filterFields } from "./filter";
import { linkStatusSchema, relationSchema, sameEventSchema, strengthSchema } from "./relations";

export const readPictureInput = z.strictObject({ dossierId: id, ...filterFields });

/** A linked annotation, with no more than a mark and what is said of it need. */
export const statementSchema = z.object({
  id,
  articleId: id,
  kind: kindSchema,
  /** In the spelling most used in this picture; null when nobody is named. */
  speaker: z.string().nullable(),
  /** When it was said, else when its article was published: `YYYY-MM-DD`. */
  day: z.string().nullable(),
  dayIs: z.enum(["said", "published"]).nullable(),
  /** The passage, or its beginning and “…”. */
  words: z.string(),
});
export type Statement = z.infer<typeof statementSchema>;

export const pictureLinkSchema = z.object({
  id,
  from: id,
  to: id,
  relation: relationSchema,
  strength: strengthSchema.nullable(),
  sameEvent: sameEventSchema,
  status: linkStatusSchema,
});
export type PictureLink = z.infer<typeof pictureLinkSchema>;

export const pictureArticleSchema = z.object({
  id,
  title: z.string(),
  outlet: z.string().nullable(),
  publishedOn: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]),
});

/** What a timeline and a map are drawn from: the links a filter lets through, their ends, the ends' articles. */
export const pictureSchema = z.object({
  articles: z.array(pictureArticleSchema),
  statements: z.array(statementSchema),
  links: z.array(pictureLinkSchema),
  /** How many links the filter lets through; `links` holds the first {@link MOST_DRAWN}. */
  total: z.int(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** More arcs than this are no picture any more. */
export const MOST_DRAWN = 10_000;
