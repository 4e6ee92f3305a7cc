import type { Link as LinkRow } from "@/lib/db/generated/client";
import type { Link } from "./schema";

export function presentLink(row: LinkRow): Link {
  return {
    id: row.id,
    dossierId: row.dossierId,
    from: row.fromId,
    to: row.toId,
    relation: row.relation,
    subtype: row.subtype,
    sameEvent: row.sameEvent,
    strength: row.strength,
    severity: row.severity,
    rationale: row.rationale,
    status: row.status,
    statusReason: row.statusReason,
    owner: row.ownerId,
    endsDigest: row.endsDigest,
    version: row.version,
    createdBy: row.createdById,
    updatedBy: row.updatedById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
