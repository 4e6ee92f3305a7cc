import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { foldedName } from "./foldedName";

/** Who speaks at the ends of a dossier's links, by name; spellings of one name once, the most usual one. */
export async function boardSpeakers(context: Context, dossierId: string): Promise<string[]> {
  await requireReader(context, dossierId);
  const names = await speakersOf(context.db, dossierId);
  const byFold = new Map<string, string>();
  for (const name of names) if (!byFold.has(foldedName(name))) byFold.set(foldedName(name), name);
  return [...byFold.values()].toSorted((a, b) => a.localeCompare(b));
}

/** Names as written, the most usual first. */
export async function speakersOf(db: Context["db"], dossierId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ speaker: string }[]>`
    SELECT a.attributes->>'speaker' AS speaker
    FROM annotation a JOIN article ON article.id = a.article_id AND article.deleted_at IS NULL
    WHERE a.dossier_id = ${dossierId}::uuid AND a.deleted_at IS NULL AND a.attributes->>'speaker' <> ''
      AND (EXISTS (SELECT 1 FROM link WHERE from_id = a.id AND deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM link WHERE to_id = a.id AND deleted_at IS NULL))
    GROUP BY 1 ORDER BY count(*) DESC, 1`;
  return rows.map(({ speaker }) => speaker);
}
