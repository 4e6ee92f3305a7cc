import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { notFound } from "@/lib/http/refusal";
import { presentFilter } from "./present";
import type { listFiltersInput, SavedFilter } from "./schema";

/** The board's filters that people kept in a dossier, by id. */
export async function listFilters(
  context: Context,
  { dossierId, limit, after }: z.output<typeof listFiltersInput>,
): Promise<{ items: SavedFilter[]; next: string | null }> {
  await requireReader(context, dossierId);
  const rows = await context.db.savedFilter.findMany({
    where: { dossierId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return { items: rows.map(presentFilter), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` also when the dossier is not the caller's */
export async function readFilter(context: Context, filterId: string): Promise<SavedFilter> {
  const row = await context.db.savedFilter.findUnique({ where: { id: filterId } });
  if (!row) throw notFound();
  await requireReader(context, row.dossierId);
  return presentFilter(row);
}
