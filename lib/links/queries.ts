import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { notFound } from "@/lib/http/refusal";
import { linkIds } from "./idQueries";
import { presentLink } from "./present";
import type { Link, linkParams, listLinksInput } from "./schema";

/** Links of a dossier that a filter lets through, in its order. */
export async function listLinks(
  context: Context,
  { dossierId, limit, after, ...filter }: z.output<typeof listLinksInput>,
): Promise<{ items: Link[]; next: string | null }> {
  await requireReader(context, dossierId);
  const { ids, next } = await linkIds(context, dossierId, filter, { limit, after });
  const rows = await context.db.link.findMany({ where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, presentLink(row)]));
  return { items: ids.flatMap((id) => byId.get(id) ?? []), next };
}

/** One link, deleted or not. */
export async function readLink(context: Context, { linkId }: z.infer<typeof linkParams>): Promise<Link> {
  const row = await context.db.link.findUnique({ where: { id: linkId } });
  if (!row) throw notFound();
  await requireReader(context, row.dossierId);
  return presentLink(row);
}
