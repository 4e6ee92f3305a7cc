import type { z } from "zod";
import { readAnnotation } from "@/lib/annotations/queries";
import type { Context } from "@/lib/auth/caller";
import { presentEvidence } from "./present";
import type { Evidence, listEvidenceInput } from "./schema";

/** Sources for and against an annotation, oldest first. */
export async function listEvidence(
  context: Context,
  { annotationId, limit, after }: z.infer<typeof listEvidenceInput>,
): Promise<{ items: Evidence[]; next: string | null }> {
  await readAnnotation(context, { annotationId });
  const rows = await context.db.evidence.findMany({
    where: { annotationId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    omit: { archived: true },
  });
  return { items: rows.map(presentEvidence), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
