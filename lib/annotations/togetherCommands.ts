import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { liveArticle } from "@/lib/articles/queries";
import { revisionText } from "@/lib/articles/revisionText";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { newAnnotation } from "./commands";
import type {
  Annotation,
  annotationVersionsInput,
  CreateAnnotationInput,
  createAnnotationsInput,
} from "./schema";
import { setDeletedIn } from "./stored";

type Items = { items: Annotation[] };

/**
 * Tags many passages of a dossier's articles, all or none of them; answers them in their order. An id that was made
 * before with the same content is the same success.
 * @throws Refusal what tagging one throws; `field` begins with `items.` and the number of the first wrong one
 */
export async function createAnnotations(
  context: Context,
  { dossierId, items }: z.infer<typeof createAnnotationsInput>,
): Promise<Items> {
  return changeDossier(
    context,
    dossierId,
    "annotation.create",
    async (change) => {
      refuseTwice(items);
      const place = placesOf(change.tx, dossierId);
      return each(items, async (item: CreateAnnotationInput) =>
        newAnnotation(change, { ...item, id: item.id ?? uuidv7() }, () => place(item.articleId)),
      );
    },
    allOf,
  );
}

/** Deletes many annotations, all or none of them. @throws Refusal `stale`, `not_found`, naming the first by number */
export async function deleteAnnotations(
  context: Context,
  { dossierId, items }: z.infer<typeof annotationVersionsInput>,
): Promise<Items> {
  return changeDossier(
    context,
    dossierId,
    "annotation.delete",
    (change) => setAll(change, items, true),
    allOf,
  );
}

/** Brings many deleted annotations back, all or none of them. @throws Refusal as {@link deleteAnnotations} */
export async function restoreAnnotations(
  context: Context,
  { dossierId, items }: z.infer<typeof annotationVersionsInput>,
): Promise<Items> {
  return changeDossier(
    context,
    dossierId,
    "annotation.delete",
    (change) => setAll(change, items, false),
    allOf,
  );
}

const allOf = (things: readonly unknown[]): Items => ({ items: things as Annotation[] });

async function setAll(
  change: Change,
  items: readonly { id: string; version: number }[],
  gone: boolean,
): Promise<Items> {
  refuseTwice(items);
  const where = { id: { in: items.map(({ id }) => id) }, dossierId: change.dossierId };
  const here = await change.tx.annotation.findMany({
    where: { ...where, article: { deletedAt: null } },
    select: { id: true },
  });
  const known = new Set(here.map(({ id }) => id));
  return each(items, async ({ id, version }) => {
    if (!known.has(id)) throw notFound();
    return setDeletedIn(change, id, version, gone);
  });
}

/** One after the other; a refusal says which one it is about. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<Annotation>): Promise<Items> {
  const done: Annotation[] = [];
  for (const [index, item] of items.entries()) {
    try {
      done.push(await work(item));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = ["items", index, ...(error.field ? [error.field] : [])].join(".");
      throw new Refusal(error.code, error.message, { field, current: error.current });
    }
  }
  return { items: done };
}

function refuseTwice(items: readonly { id?: string | undefined }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (id && seen.has(id)) {
      throw new Refusal("invalid", "The same id is there twice.", { field: `items.${index}.id` });
    }
    if (id) seen.add(id);
  }
}

/** The newest revision of each article of the dossier, read once. */
function placesOf(tx: Transaction, dossierId: string) {
  const known = new Map<string, Promise<{ revisionId: string; text: string }>>();
  const read = async (articleId: string) => {
    const article = await liveArticle(tx, articleId);
    if (article.dossierId !== dossierId) throw notFound();
    const { revisionId } = article;
    return { revisionId, text: await revisionText(tx, revisionId) };
  };
  return (articleId: string) => {
    const place = known.get(articleId) ?? read(articleId);
    known.set(articleId, place);
    return place;
  };
}
