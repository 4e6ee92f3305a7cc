import type { Transaction } from "@/lib/db/client";
import { differences, missingRow, remainingRow, unknownRow } from "./compare";
import type { Finding, Findings } from "./finding";
import type { Attested, Said } from "./said";

/** Rows compared at a time. */
export const PAGE = 200;

/** A row as the journal would say it, and what else is wrong with it by itself. */
export type Row = {
  id: string;
  stands: object /** `last`: the entry that last said it. */;
  faults?: (last: Said) => Finding[];
};

/** A table whose rows the journal speaks of one by one. */
export type Compared = {
  table: string;
  /** The key in payloads. */
  noun: string;
  /** The dossier's rows in the order of their ids, `after` the last one seen. */
  page(tx: Transaction, dossierId: string, after: string | null): Promise<Row[]>;
};

/** Compares every row of a table with what the journal last said of it, and finds those that are not there. */
export async function* compareTable(
  tx: Transaction,
  dossierId: string,
  { things }: Attested,
  { table, noun, page }: Compared,
): Findings {
  const said = things.get(noun) ?? new Map();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await page(tx, dossierId, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const entries = rows.flatMap(({ id }) => said.get(id) ?? []);
    const payloads = await payloadsOf(
      tx,
      dossierId,
      entries.map(({ seq }) => seq),
    );
    for (const { id, stands, faults } of rows) {
      const where = { dossierId, table, id };
      seen.add(id);
      const place = said.get(id);
      if (!place) yield unknownRow(where);
      else if (place.isGone) yield remainingRow(where, place.seq);
      else {
        const thing = payloads.get(place.seq)?.[place.key] as Record<string, unknown>;
        yield* differences(where, thing, stands, place.seq);
        if (faults) yield* faults(place);
      }
    }
  }
  for (const [id, { seq, isGone }] of said) {
    if (!isGone && !seen.has(id)) yield missingRow({ dossierId, table, id }, seq);
  }
}

/** What entries carry, by number. */
export async function payloadsOf(
  tx: Transaction,
  dossierId: string,
  seqs: readonly number[],
): Promise<Map<number, Record<string, unknown>>> {
  const rows = await tx.journalEntry.findMany({
    where: { dossierId, seq: { in: [...new Set(seqs)] } },
    select: { seq: true, payload: true },
  });
  return new Map(rows.map(({ seq, payload }) => [seq, payload as Record<string, unknown>]));
}
