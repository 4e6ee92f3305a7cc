import type { Database } from "@/lib/db/client";

/** More than this is "many" to anyone. */
export const MOST_COUNTED = 1_000;

/** How many things others did in a dossier since a person had it open; none for who never had. At most {@link MOST_COUNTED}. */
export async function countUnseen(db: Database, userId: string, dossierId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (
      SELECT FROM visit v JOIN journal_entry e ON e.dossier_id = v.dossier_id AND e.seq > v.seq
      WHERE v.user_id = ${userId}::uuid AND v.dossier_id = ${dossierId}::uuid AND e.actor_id <> v.user_id
      LIMIT ${MOST_COUNTED}::int
    ) unseen`;
  return Number(row?.count ?? 0);
}
