import type { Transaction } from "@/lib/db/client";
import { type ChainedEntry, entryHash } from "@/lib/journal/chain";
import { presentEntry } from "@/lib/journal/tail";

/** Columns by table that the journal, the checkpoints or the keys' file speak for, and how a row is told from others. */
type Column = { name: string; type: string; isNullable: boolean };
export type Table = { name: string; key: readonly string[]; columns: readonly Column[] };

const keys: Record<string, readonly string[]> = {
  ...{
    journal_entry: ["dossier_id", "seq"],
    checkpoint: ["dossier_id", "size"],
    dossier: ["id"],
    article: ["id"],
  },
  ...{
    member: ["dossier_id", "user_id"],
    revision: ["id"],
    annotation: ["id"],
    evidence: ["id"],
    link: ["id"],
  },
  ...{ cleared_sentence: ["revision_id", "start"], comment: ["id"], saved_filter: ["id"], webhook: ["id"] },
  ...{
    report: ["id"],
    report_article: ["report_id", "article_id"],
    memo_state: ["report_id"],
    round: ["id"],
  },
  ...{
    round_item: ["round_id", "type", "item_id"],
    round_contributor: ["round_id", "user_id"],
    sign_off: ["id"],
  },
  ...{ withdrawal: ["sign_off_id"], correction: ["id"], signing_key: ["id"] },
};

/** What nothing attests; see `audit`. */
const unattested: Record<string, readonly string[]> = {
  journal_entry: ["deed"],
  signing_key: ["created_at", "retired_at"],
  webhook: [
    ...[
      "url",
      "description",
      "secret",
      "previous_secret",
      "previous_until",
      "cursor",
      "failing_since",
      "failures",
    ],
    ...["retry_at", "version", "created_by_id", "updated_by_id", "created_at", "updated_at"],
  ],
};

export async function coveredTables(tx: Transaction): Promise<Table[]> {
  const rows = await tx.$queryRaw<{ table: string; name: string; type: string; nullable: string }[]>`
    SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable AS nullable
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`;
  return Object.entries(keys).map(([name, key]) => ({
    name,
    key,
    columns: rows
      .filter((row) => row.table === name && !unattested[name]?.includes(row.name))
      .map((row) => ({ name: row.name, type: row.type, isNullable: row.nullable === "YES" })),
  }));
}

/** How somebody with every right in the database could tamper with it. */
export const ways = ["flip", "empty", "delete", "insert", "swap", "cut", "rechain"] as const;
export type Way = (typeof ways)[number];
export type Tampering = { way: Way; table: number; row: number; other: number; column: number; salt: number };

/** Does it, and says what was done; null when that changed nothing (nothing to swap, no such row). */
export async function tamper(
  tx: Transaction,
  tables: readonly Table[],
  dossierId: string,
  { way, table: pick, row, other, column: pickColumn, salt }: Tampering,
): Promise<string | null> {
  await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
  if (way === "cut") return cut(tx, dossierId, 1 + (row % 20));
  if (way === "rechain") return rechain(tx, dossierId, row, other);
  const table = at(tables, pick);
  const column = at(table.columns, pickColumn);
  const rows = await tx.$queryRawUnsafe<{ ctid: string }[]>(
    `SELECT t.ctid::text AS ctid FROM "${table.name}" t WHERE ${await ofDossier(table.name, dossierId)} ORDER BY 1`,
  );
  if (rows.length === 0) return null;
  const place = `ctid = '${at(rows, row).ctid}'::tid`;
  const name = `${way} ${table.name}.${column.name}`;
  const count = await (() => {
    switch (way) {
      case "flip":
        return set(tx, table, column, changed(column, salt), place);
      case "empty":
        return set(tx, table, column, emptied(column), place);
      case "delete":
        return tx.$executeRawUnsafe(`DELETE FROM "${table.name}" WHERE ${place}`);
      case "insert":
        return insert(tx, table, place);
      case "swap":
        return swap(tx, table, column, place, `ctid = '${at(rows, other).ctid}'::tid`);
    }
  })();
  return count > 0 ? name : null;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}

/** SQL that is true of a table's rows of one dossier. */
async function ofDossier(table: string, dossierId: string): Promise<string> {
  const reports = `(SELECT id FROM report WHERE dossier_id = '${dossierId}')`;
  const rounds = `(SELECT id FROM round WHERE dossier_id = '${dossierId}')`;
  const articles = `(SELECT id FROM article WHERE dossier_id = '${dossierId}')`;
  const by: Record<string, string> = {
    dossier: `id = '${dossierId}'`,
    revision: `article_id IN ${articles}`,
    cleared_sentence: `revision_id IN (SELECT id FROM revision WHERE article_id IN ${articles})`,
    ...{ report_article: `report_id IN ${reports}`, memo_state: `report_id IN ${reports}` },
    ...{ round_item: `round_id IN ${rounds}`, round_contributor: `round_id IN ${rounds}` },
    ...{ sign_off: `round_id IN ${rounds}`, correction: `round_id IN ${rounds}` },
    withdrawal: `sign_off_id IN (SELECT id FROM sign_off WHERE round_id IN ${rounds})`,
    signing_key: "true",
  };
  return by[table] ?? `dossier_id = '${dossierId}'`;
}

function set(tx: Transaction, table: Table, { name }: Column, value: string, place: string): Promise<number> {
  return tx.$executeRawUnsafe(
    `UPDATE "${table.name}" SET "${name}" = ${value} WHERE ${place} AND "${name}" IS DISTINCT FROM ${value}`,
  );
}

/** SQL of another value of the column's type. */
function changed({ name, type }: Column, salt: number): string {
  const old = `"${name}"`;
  const array = type.startsWith("_");
  if (array) return `array_append(${old}, ${changedOne(type.slice(1), salt)}::${type.slice(1)})`;
  const values: Record<string, string> = {
    int4: `COALESCE(${old}, 0) + ${1 + (salt % 7)}`,
    bool: `NOT ${old}`,
    timestamptz: `COALESCE(${old} + interval '${1 + (salt % 999)} ms', now())`,
    date: `COALESCE(${old} + ${1 + (salt % 400)}, current_date)`,
    uuid: "gen_random_uuid()",
    jsonb: `CASE jsonb_typeof(${old}) WHEN 'object' THEN ${old} || '{"tampered": ${salt}}' ELSE '{"tampered": ${salt}}' END`,
    bytea: `CASE WHEN COALESCE(length(${old}), 0) = 0 THEN '\\x07'::bytea
      ELSE set_byte(${old}, ${salt} % length(${old}), (get_byte(${old}, ${salt} % length(${old})) + 1) % 256) END`,
    text: `CASE WHEN COALESCE(${old}, '') = '' THEN 'tampered'
      ELSE overlay(${old} placing CASE substr(${old}, 1 + ${salt} % length(${old}), 1) WHEN 'a' THEN 'b' ELSE 'a' END from 1 + ${salt} % length(${old}) for 1) END`,
  };
  return values[type] ?? otherLabel(old, type, salt);
}

function changedOne(type: string, salt: number): string {
  return type === "uuid" ? "gen_random_uuid()" : `'tampered ${salt}'`;
}

function otherLabel(old: string, type: string, salt: number): string {
  return `(SELECT label FROM (SELECT e::"${type}" AS label FROM unnest(enum_range(NULL::"${type}")) e) l
    WHERE label IS DISTINCT FROM ${old} ORDER BY hashtext(label::text || '${salt}') LIMIT 1)`;
}

/** SQL of nothing, as far as the column's type has it. */
function emptied({ type, isNullable }: Column): string {
  if (isNullable) return "NULL";
  if (type.startsWith("_")) return "'{}'";
  const values: Record<string, string> = {
    ...{ int4: "0", bool: "false", text: "''", jsonb: "'{}'::jsonb", bytea: "''::bytea" },
    ...{ uuid: "gen_random_uuid()", timestamptz: "'2001-01-01Z'::timestamptz", date: "'2001-01-01'::date" },
  };
  return values[type] ?? `(enum_range(NULL::"${type}"))[1]`;
}

/** One more row like this one, under another key. */
function insert(tx: Transaction, { name, key }: Table, place: string): Promise<number> {
  const last = key.at(-1) ?? "id";
  const value = ["seq", "size", "start"].includes(last)
    ? `(r."${last}" + 1000)`
    : name === "signing_key"
      ? "'0123456789abcdef'"
      : "gen_random_uuid()";
  return tx.$executeRawUnsafe(
    `INSERT INTO "${name}" SELECT (jsonb_populate_record(r, jsonb_build_object('${last}', ${value}))).* FROM "${name}" r WHERE r.${place}`,
  );
}

/** Two rows' values of one column, each in the other's place. */
async function swap(
  tx: Transaction,
  { name }: Table,
  column: Column,
  one: string,
  other: string,
): Promise<number> {
  const values = `SELECT a."${column.name}" AS a, b."${column.name}" AS b FROM "${name}" a, "${name}" b
    WHERE a.${one} AND b.${other} AND a."${column.name}" IS DISTINCT FROM b."${column.name}"`;
  // A key cannot be held twice, not even for a moment: such a swap is left to "flip".
  const isKey = keys[name]?.includes(column.name);
  if (isKey) return 0;
  return tx.$executeRawUnsafe(
    `WITH v AS (${values}) UPDATE "${name}" t SET "${column.name}" = CASE WHEN t.${one} THEN v.b ELSE v.a END
     FROM v WHERE t.${one} OR t.${other}`,
  );
}

/** The journal's end cut off, with the dossier's row saying so too. */
async function cut(tx: Transaction, dossierId: string, count: number): Promise<string> {
  await tx.$executeRaw`
    DELETE FROM journal_entry WHERE dossier_id = ${dossierId}::uuid
      AND seq > (SELECT journal_seq - ${count}::int FROM dossier WHERE id = ${dossierId}::uuid)`;
  await tx.$executeRaw`
    UPDATE dossier SET journal_seq = e.seq, journal_head = e.hash FROM (
      SELECT seq, hash FROM journal_entry WHERE dossier_id = ${dossierId}::uuid ORDER BY seq DESC LIMIT 1
    ) e WHERE id = ${dossierId}::uuid`;
  return `cut ${count}`;
}

/** An entry rewritten, dropped or swapped with its neighbour, and every hash after it made right again. */
async function rechain(tx: Transaction, dossierId: string, row: number, how: number): Promise<string> {
  const rows = await tx.journalEntry.findMany({ where: { dossierId }, orderBy: { seq: "asc" } });
  const entries: ChainedEntry[] = rows.map(presentEntry);
  const index = row % entries.length;
  const [entry, next] = [entries[index], entries[index + 1]];
  const ways = ["rewrite", "drop", "swap"] as const;
  const way = at(ways, how);
  if (entry && way === "rewrite")
    entries[index] = { ...entry, at: new Date(Date.parse(entry.at) + 1).toISOString() };
  else if (way === "drop" || !next || !entry) entries.splice(index, 1);
  else entries.splice(index, 2, next, entry);
  let prev = "";
  const chained = entries.map((one, i) => {
    const content = { ...one, seq: i + 1, prev };
    prev = entryHash(content);
    return { ...content, hash: prev };
  });
  await tx.journalEntry.deleteMany({ where: { dossierId } });
  await tx.journalEntry.createMany({
    data: chained.map(({ subject, payload, at: when, ...rest }) => ({
      ...{
        dossierId,
        seq: rest.seq,
        actorId: rest.actorId,
        type: rest.type,
        prev: rest.prev,
        hash: rest.hash,
      },
      ...{ at: new Date(when), subjectType: subject.type, subjectId: subject.id, payload: payload as object },
    })),
  });
  await tx.dossier.update({
    where: { id: dossierId },
    data: { journalSeq: chained.length, journalHead: prev },
  });
  return `rechain ${way}`;
}
