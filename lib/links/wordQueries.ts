import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { foldedText } from "@/lib/search/fold";
import { linkWithEnds } from "./filterQueries";

/**
 * The links that say `q` in a passage, a reason or an article's title, folded as every search is (lib/search/fold.ts):
 * "zoe" finds "Zoë". Postgres has no such folding, so what passes the other conditions is looked through here.
 * @param conditions SQL that speaks of {@link linkWithEnds}
 */
export async function linksWithWords(
  db: Database,
  conditions: readonly Prisma.Sql[],
  q: string,
): Promise<string[]> {
  const wanted = foldedText(q).trim();
  // One row with all of it: a driver takes longer over thousands of rows than over one long text.
  const [row] = await db.$queryRaw<{ texts: string | null }[]>`
    SELECT json_agg(ARRAY[l.id::text, f.exact, t.exact, l.rationale, l.status_reason, fa.title, ta.title])::text AS texts
    ${linkWithEnds} WHERE ${Prisma.join([...conditions], " AND ")}`;
  const links = JSON.parse(row?.texts ?? "[]") as [string, ...string[]][];
  return links
    .filter(([, ...texts]) => texts.some((text) => foldedText(text).includes(wanted)))
    .map(([id]) => id);
}
