import type { SavedFilter as SavedFilterRow } from "@/lib/db/generated/client";
import type { SavedFilter } from "./schema";

export function presentFilter(row: SavedFilterRow): SavedFilter {
  return {
    id: row.id,
    dossierId: row.dossierId,
    name: row.name,
    query: row.query,
    version: row.version,
    createdBy: row.createdById,
    updatedBy: row.updatedById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
