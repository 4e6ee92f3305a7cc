import type { Evidence as EvidenceRow } from "@/lib/db/generated/client";
import type { Evidence } from "./schema";

export function presentEvidence(row: Omit<EvidenceRow, "archived">): Evidence {
  return {
    id: row.id,
    annotationId: row.annotationId,
    stance: row.stance,
    url: row.url,
    title: row.title,
    locator: row.locator,
    tier: row.tier,
    note: row.note,
    retrievedAt: row.retrievedAt?.toISOString() ?? null,
    archivedSha256: row.archivedSha256,
    version: row.version,
    createdBy: row.createdById,
    updatedBy: row.updatedById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
