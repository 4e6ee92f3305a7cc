import { z } from "zod";
import { dossierParams } from "@/lib/dossiers/schema";
import { id, line, offset } from "@/lib/http/fields";
import { MAX_QUERY_LENGTH } from "./query";

export const searchInput = dossierParams.extend({
  q: line(MAX_QUERY_LENGTH),
  /** Only in this article. */
  article: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** What `next` of the page before said: the last passage's article and start. */
  after: z
    .string()
    .regex(/^[0-9a-f-]{36}:\d{1,9}$/, "This is not a place in the list.")
    .refine((place) => z.uuid().safeParse(place.slice(0, 36)).success, "This is not a place in the list.")
    .optional(),
});

/** A passage that was found, with what stands around it in its sentence. */
export const foundPassageSchema = z.object({
  articleId: id,
  revisionId: id,
  /** UTF-16 code units in the revision's text, end-exclusive. */
  start: offset,
  end: offset,
  exact: z.string(),
  /** Of the sentences that the passage begins and ends in; cut short, with an ellipsis, where they are long. */
  before: z.string(),
  after: z.string(),
  /** Annotations that share a character with the passage. */
  annotationIds: z.array(id),
});

export const searchAnswerSchema = z.object({
  items: z.array(foundPassageSchema),
  next: z.string().nullable(),
  /**
   * How many paragraphs have the words, in all and by article. Exact for words; phrases and hyphenated words may be
   * in fewer of them.
   */
  paragraphs: z.int(),
  articles: z.array(z.object({ id, paragraphs: z.int() })),
});

export type FoundPassage = z.infer<typeof foundPassageSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
