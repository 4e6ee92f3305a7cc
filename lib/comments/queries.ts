import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { presentComment } from "./present";
import type { Comment, listCommentsInput } from "./schema";

/** Comments of a dossier that are not deleted, by id. */
export async function listComments(
  context: Context,
  { dossierId, limit, after }: z.infer<typeof listCommentsInput>,
): Promise<{ items: Comment[]; next: string | null }> {
  await requireReader(context, dossierId);
  const rows = await context.db.comment.findMany({
    where: { dossierId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return { items: rows.map(presentComment), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
