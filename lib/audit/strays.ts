import type { Transaction } from "@/lib/db/client";
import type { Findings } from "./finding";

/** Most that are named for one table. */
const MOST = 100;

/** Tables of rows that belong to something: what a row is called, by which column it belongs, and to which table. */
const belonging: readonly [table: string, id: string, column: string, to: string][] = [
  ["journal_entry", "dossier_id || ':' || seq", "dossier_id", "dossier"],
  ["checkpoint", "dossier_id || ':' || size", "dossier_id", "dossier"],
  ["member", "dossier_id || ':' || user_id", "dossier_id", "dossier"],
  ["article", "id", "dossier_id", "dossier"],
  ["revision", "id", "article_id", "article"],
  ["annotation", "id", "dossier_id", "dossier"],
  ["evidence", "id", "dossier_id", "dossier"],
  ["cleared_sentence", "revision_id || ':' || start", "revision_id", "revision"],
  ["link", "id", "dossier_id", "dossier"],
  ["comment", "id", "dossier_id", "dossier"],
  ["saved_filter", "id", "dossier_id", "dossier"],
  ["webhook", "id", "dossier_id", "dossier"],
  ["report", "id", "dossier_id", "dossier"],
  ["report_article", "report_id || ':' || article_id", "report_id", "report"],
  ["memo_state", "report_id", "report_id", "report"],
  ["round", "id", "dossier_id", "dossier"],
  ["round_item", "round_id || ':' || item_id", "round_id", "round"],
  ["round_contributor", "round_id || ':' || user_id", "round_id", "round"],
  ["sign_off", "id", "round_id", "round"],
  ["withdrawal", "sign_off_id", "sign_off_id", "sign_off"],
  ["correction", "id", "round_id", "round"],
];

/** Rows of nothing: what belongs to a dossier is compared with its journal, and these would be looked at by nobody. */
export async function* findStrays(tx: Transaction): Findings {
  for (const [table, id, column, to] of belonging) {
    // Nothing of this comes from outside: the words stand above.
    const rows = await tx.$queryRawUnsafe<{ id: string; parent: string }[]>(
      `SELECT (${id})::text AS id, t.${column}::text AS parent FROM "${table}" t
       WHERE NOT EXISTS (SELECT FROM "${to}" p WHERE p.id = t.${column}) ORDER BY 1 LIMIT ${MOST}`,
    );
    for (const row of rows) {
      const dossierId = to === "dossier" ? row.parent : null;
      const sentence = `What this row belongs to (${to} ${row.parent}) is not there.`;
      yield { dossierId, table, id: row.id, field: null, sentence };
    }
  }
}

/** Lists that are empty and never nothing, which the application cannot tell apart and its queries can. */
const lists: readonly [table: string, id: string, column: string][] = [
  ["annotation", "id", "tags"],
  ["round_item", "round_id || ':' || item_id", "makers"],
  ["webhook", "id", "types"],
];

/** Lists that are NULL, which Stet never writes. */
export async function* findNullLists(tx: Transaction): Findings {
  for (const [table, id, column] of lists) {
    const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT (${id})::text AS id FROM "${table}" WHERE "${column}" IS NULL ORDER BY 1 LIMIT ${MOST}`,
    );
    for (const row of rows) {
      const sentence = `“${column}” is nothing, where Stet writes a list.`;
      yield { dossierId: null, table, id: row.id, field: column, sentence };
    }
  }
}
