import type { z } from "zod";
import { readAnnotation } from "@/lib/annotations/queries";
import type { Context } from "@/lib/auth/caller";
import { presentEvidence } from "./present";
import type { Evidence, listEvidenceInput } from "./schema";

/** Sources for and against an annotation, oldest first. */
export async function listEvidence(
  context: Context,
  { annotationId }: z.infer<typeof listEvidenceInput>,
): Promise<{ items: Evidence[]; next: null }> {
  await readAnnotation(context, { annotationId });
  const rows = await context.db.evidence.findMany({
    where: { annotationId, deletedAt: null },
    orderBy: { id: "asc" },
    omit: { archived: true },
  });
  return { items: rows.map(presentEvidence), next: null };
}
