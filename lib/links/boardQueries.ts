import type { z } from "zod";
import { presentAnnotation } from "@/lib/annotations/present";
import { revisionText } from "@/lib/articles/revisionText";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { Prisma } from "@/lib/db/generated/client";
import { isFlagged } from "./ends";
import { endsDigestSql } from "./endsQueries";
import type { LinkFilter, Sort } from "./filter";
import { foldedName } from "./foldedName";
import { passageContext } from "./passageContext";
import { presentLink } from "./present";
import type { BoardPage, BoardRow, LinkEnd, readBoardInput } from "./schema";

/** Every link of `l` with both its ends, deleted or not: what the keys below speak of. */
const linkWithAnyEnds = Prisma.sql`
  FROM link l
  JOIN annotation f ON f.id = l.from_id
  JOIN annotation t ON t.id = l.to_id
  JOIN article fa ON fa.id = f.article_id
  JOIN article ta ON ta.id = t.article_id`;

/** Every link of `l` with both its ends. An end that is deleted, or whose article is, hides its link. */
export const linkWithEnds = Prisma.sql`
  FROM link l
  JOIN annotation f ON f.id = l.from_id AND f.deleted_at IS NULL
  JOIN annotation t ON t.id = l.to_id AND t.deleted_at IS NULL
  JOIN article fa ON fa.id = f.article_id AND fa.deleted_at IS NULL
  JOIN article ta ON ta.id = t.article_id AND ta.deleted_at IS NULL`;

const madeOn = {
  from: Prisma.sql`COALESCE(f.attributes->>'saidOn', fa.published_on::text)`,
  to: Prisma.sql`COALESCE(t.attributes->>'saidOn', ta.published_on::text)`,
};

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
      WHERE l.dossier_id = ${dossierId}::uuid AND l.deleted_at IS NULL
      ${conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, " AND ")}` : Prisma.empty}
    )${place}, page AS (SELECT id, k FROM hit ${behind} ORDER BY k, id DESC LIMIT ${limit + 1})
    SELECT (SELECT count(*)::int FROM hit) AS total,
      ARRAY(SELECT id::text FROM page ORDER BY k, page.id DESC) AS ids`;
  const { ids: found, total } = row ?? { ids: [], total: 0 };
  const ids = found.slice(0, limit);
  return { ids, next: found.length > limit ? (ids.at(-1) ?? null) : null, total };
}

/** A page of the board: links that a filter lets through, with both passages in their contexts. */
export async function readBoard(
  context: Context,
  { dossierId, limit, after, link: only, ...filter }: z.output<typeof readBoardInput>,
): Promise<BoardPage> {
  await requireReader(context, dossierId);
  const { ids, next, total } = await linkIds(context, dossierId, filter, { limit, after, only });
  return { items: await boardRows(context, ids), next, total };
}

const withArticle = { include: { article: true } } as const;

/** Cards for links, in the order of their ids. Links that are gone are left out. */
export async function boardRows({ db }: Context, ids: readonly string[]): Promise<BoardRow[]> {
  const rows = await db.link.findMany({
    where: { id: { in: [...ids] } },
    include: { from: withArticle, to: withArticle },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cards: BoardRow[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const link = presentLink(row);
    const from = await linkEnd(db, row.from);
    const to = await linkEnd(db, row.to);
    cards.push({ link, flagged: isFlagged(link, from.annotation, to.annotation), from, to });
  }
  return cards;
}

type EndRow = Prisma.AnnotationGetPayload<typeof withArticle>;

/** An annotation as one end of a link, with the words around it. */
export async function linkEnd(db: Context["db"], row: EndRow): Promise<LinkEnd> {
  const { id, title, outlet, byline, publishedOn, language, direction } = row.article;
  const day = publishedOn?.toISOString().slice(0, 10) ?? null;
  const text = await revisionText(db, row.revisionId);
  return {
    annotation: presentAnnotation(row),
    article: { id, title, outlet, byline, publishedOn: day, language, direction },
    ...passageContext(text, row.start, row.end, language),
  };
}

/** Who speaks at the ends of a dossier's links, by name; spellings of one name once, the most usual one. */
export async function boardSpeakers(context: Context, dossierId: string): Promise<string[]> {
  await requireReader(context, dossierId);
  const names = await speakersOf(context.db, dossierId);
  const byFold = new Map<string, string>();
  for (const name of names) if (!byFold.has(foldedName(name))) byFold.set(foldedName(name), name);
  return [...byFold.values()].toSorted((a, b) => a.localeCompare(b));
}

/** Names as written, the most usual first. */
async function speakersOf(db: Context["db"], dossierId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ speaker: string }[]>`
    SELECT a.attributes->>'speaker' AS speaker
    FROM annotation a JOIN article ON article.id = a.article_id AND article.deleted_at IS NULL
    WHERE a.dossier_id = ${dossierId}::uuid AND a.deleted_at IS NULL AND a.attributes->>'speaker' <> ''
      AND (EXISTS (SELECT 1 FROM link WHERE from_id = a.id AND deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM link WHERE to_id = a.id AND deleted_at IS NULL))
    GROUP BY 1 ORDER BY count(*) DESC, 1`;
  return rows.map(({ speaker }) => speaker);
}

async function conditionsOf(db: Context["db"], dossierId: string, filter: LinkFilter): Promise<Prisma.Sql[]> {
  const { relation, subtype, status, severity, strength, sameEvent, owner, article } = filter;
  const conditions = [
    oneOf("relation", relation),
    oneOf("subtype", subtype),
    oneOf("status", status),
    oneOf("severity", severity),
    oneOf("strength", strength),
    oneOf("same_event", sameEvent),
    oneOf("owner_id", owner),
  ];
  if (article?.length) {
    conditions.push(
      Prisma.sql`(f.article_id = ANY(${article}::uuid[]) OR t.article_id = ANY(${article}::uuid[]))`,
    );
  }
  if (filter.speaker) {
    const wanted = foldedName(filter.speaker);
    const spelt = (await speakersOf(db, dossierId)).filter((name) => foldedName(name) === wanted);
    conditions.push(
      Prisma.sql`(f.attributes->>'speaker' = ANY(${spelt}) OR t.attributes->>'speaker' = ANY(${spelt}))`,
    );
  }
  if (filter.since ?? filter.until) {
    const [since, until] = [filter.since ?? "0000", filter.until ?? "9999-12-31"];
    conditions.push(
      Prisma.sql`(${madeOn.from} BETWEEN ${since} AND ${until} OR ${madeOn.to} BETWEEN ${since} AND ${until})`,
    );
  }
  if (filter.flagged) {
    conditions.push(Prisma.sql`l.ends_digest <> '' AND l.ends_digest <> ${endsDigestSql}`);
  }
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
    const places = ["f.exact", "t.exact", "l.rationale", "l.status_reason", "fa.title", "ta.title"];
    const anywhere = places.map((place) => Prisma.sql`${Prisma.raw(place)} ILIKE ${like}`);
    conditions.push(Prisma.sql`(${Prisma.join(anywhere, " OR ")})`);
  }
  return conditions.filter((condition) => condition !== null);
}

type Column = "relation" | "subtype" | "status" | "severity" | "strength" | "same_event" | "owner_id";

/** A column that holds one of some values; `none` stands for an empty one. */
function oneOf(column: Column, values: readonly string[] | undefined): Prisma.Sql | null {
  if (!values?.length) return null;
  const name = Prisma.raw(`l.${column}`);
  const given = values.filter((value) => value !== "none");
  const isEmpty = Prisma.sql`${name} IS NULL`;
  if (given.length === 0) return isEmpty;
  const isGiven = Prisma.sql`${name}::text = ANY(${given})`;
  return given.length < values.length ? Prisma.sql`(${isGiven} OR ${isEmpty})` : isGiven;
}
