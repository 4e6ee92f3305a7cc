import { presentAnnotation } from "@/lib/annotations/present";
import { readRevisionTexts, revisionText } from "@/lib/articles/revisionText";
import type { Context } from "@/lib/auth/caller";
import type { Prisma } from "@/lib/db/generated/client";
import { passageContext } from "./passageContext";
import type { LinkEnd } from "./schema";

/** What has to be read along with an annotation for {@link linkEnd}. */
export const withArticle = { include: { article: true } } as const;

type EndRow = Prisma.AnnotationGetPayload<typeof withArticle>;

/** Reads what {@link linkEnd} needs of many annotations at once, instead of one revision after the other. */
export async function readForEnds(db: Context["db"], rows: readonly EndRow[]): Promise<void> {
  await readRevisionTexts(
    db,
    rows.map(({ revisionId }) => revisionId),
  );
}

/** An annotation as one end of a link, with the words around it. */
export async function linkEnd(db: Context["db"], row: EndRow): Promise<LinkEnd> {
  const { id, title, outlet, byline, publishedOn, language, direction } = row.article;
  const day = publishedOn?.toISOString().slice(0, 10) ?? null;
  const text = await revisionText(db, row.revisionId);
  return {
    annotation: presentAnnotation(row),
    article: { id, title, outlet, byline, publishedOn: day, language, direction },
    ...passageContext(text, row.start, row.end, language),
  };
}
