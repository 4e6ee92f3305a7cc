import { z } from "zod";
import { adjudicatedSchema, adjudicateInput } from "@/lib/agreement/schema";
import {
  addArticleInput,
  articleParams,
  articleSchema,
  articleWithRevisionSchema,
  changeArticleInput,
  clearedSentenceSchema,
  clearSentenceInput,
  coverageSchema,
  deleteArticleInput,
  listArticlesInput,
  previewArticleInput,
} from "@/lib/articles/schema";
import { created, operation, pageOf, repeatable } from "@/lib/http/operation";

/** Room for the longest text, with escapes. */
const maxBytes = 8_000_000;
const inDossier = "/api/dossiers/[dossierId]/articles";
const article = "/api/articles/[articleId]";

const previewSchema = z.object({
  document: z.looseObject({}),
  text: z.string(),
  paragraphs: z.int(),
  rule: z.enum(["blank-line", "line"]).optional(),
  healed: z.array(z.looseObject({})).optional(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  title: z.string().optional(),
  byline: z.string().optional(),
  publishedOn: z.string().optional(),
  warnings: z.array(z.string()),
});

/** A DELETE's numbers may come in its query as well as in its body. */
const offset = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/, "This is not an offset.")
    .transform(Number),
]);

export const articleOperations = {
  list: operation(`GET ${inDossier}`, "A dossier's articles", listArticlesInput, pageOf(articleSchema)),
  add: operation(
    `POST ${inDossier}`,
    "Add an article: text or html, as JSON or as a file",
    addArticleInput,
    articleSchema,
    { ...created, takesFile: true, fileNameField: "title", maxBytes },
  ),
  preview: operation(
    `POST ${inDossier}/preview`,
    "What an import would store; stores nothing",
    previewArticleInput,
    previewSchema,
    { takesFile: true, maxBytes },
  ),
  read: operation(
    `GET ${article}`,
    "An article with its newest text",
    articleParams,
    articleWithRevisionSchema,
  ),
  change: operation(
    `PATCH ${article}`,
    "Change what is said about an article",
    changeArticleInput,
    articleSchema,
  ),
  delete: operation(`DELETE ${article}`, "Delete an article", deleteArticleInput, articleSchema),
  adjudicate: operation(
    `POST ${article}/adjudication`,
    "Make one set of two people's independent annotations",
    adjudicateInput,
    adjudicatedSchema,
  ),
  coverage: operation(
    `GET ${article}/coverage`,
    "Each sentence: annotated, cleared or open",
    articleParams,
    coverageSchema,
  ),
  clear: operation(
    `PUT ${article}/cleared`,
    "Mark a sentence: nothing to check",
    clearSentenceInput,
    clearedSentenceSchema,
    repeatable,
  ),
  reopen: operation(
    `DELETE ${article}/cleared`,
    "Take that mark back",
    clearSentenceInput.extend({ start: offset, end: offset }),
    clearedSentenceSchema,
    repeatable,
  ),
};
