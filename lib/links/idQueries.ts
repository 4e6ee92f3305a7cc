import type { Context } from "@/lib/auth/caller";
import { Prisma } from "@/lib/db/generated/client";
import type { LinkFilter, Sort } from "./filter";
import { conditionsOf, linkWithEnds, madeOn } from "./filterQueries";
import { linksWithWords } from "./wordQueries";

/** Every link of `l` with both its ends, deleted or not: what the keys below speak of. */
const linkWithAnyEnds = Prisma.sql`
  FROM link l
  JOIN annotation f ON f.id = l.from_id
  JOIN annotation t ON t.id = l.to_id
  JOIN article fa ON fa.id = f.article_id
  JOIN article ta ON ta.id = t.article_id`;

/** What each order sorts by, upwards, as text; of equals the newest comes first. */
const keys: Record<Sort, Prisma.Sql> = {
  newest: Prisma.sql`''`,
  changed: Prisma.sql`(9999999999999 - floor(extract(epoch FROM l.updated_at) * 1000))::bigint::text`,
  severity: Prisma.sql`CASE l.severity WHEN 'critical' THEN '0' WHEN 'major' THEN '1' WHEN 'minor' THEN '2' ELSE '3' END`,
  status: Prisma.sql`CASE l.status WHEN 'open' THEN '0' WHEN 'confirmed' THEN '1' WHEN 'explained' THEN '2' ELSE '3' END`,
  article: Prisma.sql`fa.title || ' ' || fa.id::text || lpad(f.start::text, 10, '0')`,
  date: Prisma.sql`COALESCE(LEAST(${madeOn.from}, ${madeOn.to}), '~')`,
};

/**
 * The ids of the links that a filter lets through, in its order: one page behind `after`, and how many there are
 * in all. The place of `after` is looked up as it stands now, so that it holds although the link no longer passes
 * or is deleted, itself or by its ends.
 */
export async function linkIds(
  { db }: Context,
  dossierId: string,
  filter: LinkFilter,
  { limit, after, only }: { limit: number; after?: string | undefined; only?: string | undefined },
): Promise<{ ids: string[]; next: string | null; total: number }> {
  const conditions = await conditionsOf(db, dossierId, filter);
  if (only) conditions.push(Prisma.sql`l.id = ${only}::uuid`);
  if (filter.q) {
    const found = await linksWithWords(db, conditions, filter.q);
    conditions.push(Prisma.sql`l.id = ANY(${found}::uuid[])`);
  }
  const key = keys[filter.sort];
  const behind = after
    ? Prisma.sql`WHERE EXISTS (SELECT 1 FROM place WHERE hit.k > place.k OR (hit.k = place.k AND hit.id < place.id))`
    : Prisma.empty;
  const place = after
    ? Prisma.sql`, place AS (SELECT l.id, ${key} AS k ${linkWithAnyEnds}
        WHERE l.dossier_id = ${dossierId}::uuid AND l.id = ${after}::uuid)`
    : Prisma.empty;
  // One more than asked for tells whether there is a next page. The count stands in its own row: a page behind the
  // last link is empty, but the filter still lets some through.
  const [row] = await db.$queryRaw<{ ids: string[]; total: number }[]>`
    WITH hit AS MATERIALIZED (
      SELECT l.id, ${key} AS k ${linkWithEnds}
      WHERE ${Prisma.join(conditions, " AND ")}
    )${place}, page AS (SELECT id, k FROM hit ${behind} ORDER BY k, id DESC LIMIT ${limit + 1})
    SELECT (SELECT count(*)::int FROM hit) AS total,
      ARRAY(SELECT id::text FROM page ORDER BY k, page.id DESC) AS ids`;
  const { ids: found, total } = row ?? { ids: [], total: 0 };
  const ids = found.slice(0, limit);
  return { ids, next: found.length > limit ? (ids.at(-1) ?? null) : null, total };
}
