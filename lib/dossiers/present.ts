import type { Dossier as DossierRow, Member as MemberRow } from "@/lib/db/generated/client";
import type { Dossier, Member } from "./schema";

export function presentDossier(row: DossierRow): Dossier {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    signOffsRequired: row.signOffsRequired,
    requireCoverage: row.requireCoverage,
    version: row.version,
    createdBy: row.createdById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

export function presentMember(row: MemberRow & { user: { name: string; email: string } }): Member {
  const { userId, role, joinedAt, user } = row;
  return { userId, role, joinedAt: joinedAt.toISOString(), name: user.name, email: user.email };
}
