import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import type { JournalEntry } from "@/lib/db/generated/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Entry, payloads } from "@/lib/journal/entries";
import { presentEntry } from "@/lib/journal/tail";
import { typesOfKind } from "./kinds";
import { lookAt } from "./lookQueries";
import { presentActivity } from "./present";
import type { Activity, ActivityPage, listActivityInput } from "./schema";

type Wanted = z.output<typeof listActivityInput>;

/** What happened in a dossier, newest first, narrowed to a person, an article, an item, a kind; a page from either side. */
export async function listActivity(context: Context, wanted: Wanted): Promise<ActivityPage> {
  await requireReader(context, wanted.dossierId);
  const { db } = context;
  const { before, after, limit } = wanted;
  const isForward = after !== undefined && before === undefined;
  const rows = await rowsOf(db, wanted, isForward);
  const hasMore = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (isForward) shown.reverse();
  const entries = shown.map(presentEntry);
  const [newest, oldest] = [entries[0]?.seq, entries.at(-1)?.seq];
  return {
    items: await sentencesOf(db, wanted.dossierId, entries),
    older: oldest !== undefined && (isForward || hasMore) ? oldest : null,
    newer: newest !== undefined && (isForward ? hasMore : before !== undefined) ? newest : null,
  };
}

/** Entries as sentences, in their order. Asks nobody's permission. */
export async function sentencesOf(
  db: Database,
  dossierId: string,
  entries: readonly Entry[],
): Promise<Activity[]> {
  const [look, previous] = await Promise.all([lookAt(db, entries), lastSaid(db, dossierId, entries)]);
  return entries.map((entry) => presentActivity(entry, previous.get(entry.seq) ?? null, look));
}

/** Entries for sentences, newest first: without what no sentence needs. */
export function leanEntries(
  db: Database,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Promise<JournalEntry[]> {
  return db.$queryRaw<JournalEntry[]>`
    SELECT ${ENTRY_COLUMNS}, ${LEAN_PAYLOAD} AS payload
    FROM journal_entry
    WHERE ${Prisma.join([...conditions], " AND ")}
    ORDER BY seq DESC
    LIMIT ${limit}::int`;
}

const ENTRY_COLUMNS = Prisma.sql`
  dossier_id AS "dossierId", seq, actor_id AS "actorId", at, type, subject_type AS "subjectType",
  subject_id AS "subjectId", prev, hash, NULL AS deed`;

/** What can be a thousand items or a whole memo is left where it is: no sentence needs it. */
const LEAN_PAYLOAD = Prisma.sql`
  CASE WHEN type LIKE 'round.%' THEN payload #- '{round,items}' #- '{round,contributors}' #- '{report,memo}' ELSE payload END`;

function rowsOf(
  db: Database,
  { dossierId, person, article, item, kind, before, after, limit }: Wanted,
  isForward: boolean,
) {
  const conditions = [Prisma.sql`dossier_id = ${dossierId}::uuid`];
  if (before !== undefined) conditions.push(Prisma.sql`seq < ${before}`);
  if (after !== undefined) conditions.push(Prisma.sql`seq > ${after}`);
  if (person) conditions.push(Prisma.sql`actor_id = ${person}::uuid`);
  if (kind) conditions.push(Prisma.sql`type = ANY(${typesOfKind(kind, Object.keys(payloads))})`);
  if (article) conditions.push(Prisma.sql`subject_id IN (SELECT id FROM around)`);
  if (item) conditions.push(aboutItem(dossierId, item));
  const around = article
    ? Prisma.sql`WITH around AS MATERIALIZED (${subjectsAround(article)})`
    : Prisma.empty;
  return db.$queryRaw<JournalEntry[]>`
    ${around}
    SELECT ${ENTRY_COLUMNS}, ${item ? decisionsOn(item) : LEAN_PAYLOAD} AS payload
    FROM journal_entry
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY seq ${isForward ? Prisma.sql`ASC` : Prisma.sql`DESC`}
    LIMIT ${limit + 1}::int`;
}

/** Everything that is about an article: itself, its annotations, their evidence and links, and what is said on them. */
function subjectsAround(articleId: string): Prisma.Sql {
  return Prisma.sql`
    WITH passage AS MATERIALIZED (SELECT id FROM annotation WHERE article_id = ${articleId}::uuid),
    tie AS MATERIALIZED (
      SELECT id FROM link WHERE from_id IN (SELECT id FROM passage)
      UNION SELECT id FROM link WHERE to_id IN (SELECT id FROM passage)
    )
    SELECT ${articleId}::uuid AS id
    UNION ALL SELECT id FROM passage
    UNION ALL SELECT id FROM tie
    UNION ALL SELECT id FROM evidence WHERE annotation_id IN (SELECT id FROM passage)
    UNION ALL SELECT id FROM comment
      WHERE dossier_id = (SELECT dossier_id FROM article WHERE id = ${articleId}::uuid)
        AND (on_type = 'annotation' AND on_id IN (SELECT id FROM passage) OR on_type = 'link' AND on_id IN (SELECT id FROM tie))`;
}

/** Everything that is about one annotation or link: itself, its evidence, what is said on it, and decisions on it. */
function aboutItem(dossierId: string, itemId: string): Prisma.Sql {
  const named = JSON.stringify({ items: [{ id: itemId }] });
  return Prisma.sql`(
    subject_id IN (
      SELECT ${itemId}::uuid
      UNION ALL SELECT id FROM evidence WHERE annotation_id = ${itemId}::uuid
      UNION ALL SELECT id FROM comment
        WHERE dossier_id = ${dossierId}::uuid AND on_type IN ('annotation', 'link') AND on_id = ${itemId}::uuid
    )
    OR type IN ('round.decided', 'round.undecided') AND payload @> ${named}::jsonb)`;
}

/** Of a decision on many items, the one that is asked about. */
function decisionsOn(itemId: string): Prisma.Sql {
  const path = `$[*] ? (@.id == "${itemId}")`;
  return Prisma.sql`
    CASE WHEN type IN ('round.decided', 'round.undecided')
      THEN jsonb_set(payload, '{items}', jsonb_path_query_array(payload -> 'items', ${path}::jsonpath))
      ELSE ${LEAN_PAYLOAD} END`;
}

const NOUNS_WITH_CHANGES = ["annotation", "link", "report"] as const;

/** By number: what the journal said of a changed thing before, so that the sentence can say what was changed. */
async function lastSaid(
  db: Database,
  dossierId: string,
  entries: readonly Entry[],
): Promise<Map<number, unknown>> {
  const changed = entries.filter(({ type }) => NOUNS_WITH_CHANGES.some((noun) => type === `${noun}.changed`));
  if (changed.length === 0) return new Map();
  const rows = await db.$queryRaw<{ seq: number; thing: unknown }[]>`
    SELECT changed.seq, earlier.payload -> changed.noun AS thing
    FROM unnest(${changed.map(({ seq }) => seq)}::int[], ${changed.map(({ subject }) => subject.type)}::text[],
      ${changed.map(({ subject }) => subject.id)}::uuid[]) AS changed (seq, noun, id)
    CROSS JOIN LATERAL (
      SELECT payload FROM journal_entry
      WHERE dossier_id = ${dossierId}::uuid AND subject_type = changed.noun AND subject_id = changed.id
        AND seq < changed.seq
      ORDER BY seq DESC LIMIT 1
    ) earlier`;
  return new Map(rows.map(({ seq, thing }) => [seq, thing]));
}
