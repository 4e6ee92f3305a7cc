import type { Transaction } from "@/lib/db/client";
import { stale } from "@/lib/http/refusal";
import type { Change } from "@/lib/journal/change";
import { presentAnnotation } from "./present";
import type { Annotation } from "./schema";
import { refuseTwin } from "./twin";

/** Deletes one annotation of the dossier, or brings it back, as part of a change. @throws Refusal `stale`, `duplicate` */
export async function setDeletedIn(
  change: Change,
  id: string,
  version: number,
  gone: boolean,
): Promise<Annotation> {
  const { tx, now, actor } = change;
  const before = presentAnnotation(await tx.annotation.findUniqueOrThrow({ where: { id } }));
  if (before.version !== version || (before.deletedAt !== null) === gone) throw stale("annotation", before);
  if (!gone) await refuseTwin(tx, before);
  const row = await writeIfUnchanged(tx, before, {
    ...{ deletedAt: gone ? now : null, updatedById: actor.userId, updatedAt: now },
  });
  return journalled(change, gone ? "annotation.deleted" : "annotation.restored", row);
}

type Columns = Parameters<Transaction["annotation"]["updateMany"]>[0]["data"];

/** The version stands in the `where` of the write: whatever was read before, only one of two writers wins. */
export async function writeIfUnchanged(
  tx: Transaction,
  before: Annotation,
  data: Columns,
): Promise<Annotation> {
  const where = { id: before.id, version: before.version };
  const [row] = await tx.annotation.updateManyAndReturn({
    where,
    data: { ...data, version: { increment: 1 } },
  });
  if (row) return presentAnnotation(row);
  const current = await tx.annotation.findUniqueOrThrow({ where: { id: before.id } });
  throw stale("annotation", presentAnnotation(current));
}

type AnnotationEntry =
  | "annotation.created"
  | "annotation.changed"
  | "annotation.deleted"
  | "annotation.restored";

/** Tells the journal what an annotation is after a change; answers it. */
export function journalled({ append }: Change, type: AnnotationEntry, annotation: Annotation): Annotation {
  append({ type, subject: { type: "annotation", id: annotation.id }, payload: { annotation } });
  return annotation;
}
