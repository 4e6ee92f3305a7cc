import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Transaction } from "@/lib/db/client";
import { canonicalJson } from "@/lib/journal/canonical";
import { fromBase64 } from "@/lib/reviews/base64";
import { verifyBytes } from "@/lib/reviews/signature";
import type { TrustedKey } from "@/lib/reviews/verify";
import { missingRow, unknownRow } from "./compare";
import type { Finding, Findings } from "./finding";
import { payloadsOf } from "./rows";
import type { Attested } from "./said";

/** A row of something that was signed: the statement as signed, and columns that repeat parts of it. */
export type SealedRow = {
  id: string;
  /** What the journal knows it by. */
  key: string;
  row: { signed: string; signature: string; keyId: string };
  /** Of the statement, what the columns repeat. */
  columns(statement: never): { [column: string]: [stands: unknown, signed: unknown] };
};

export type SealedTable = {
  table: string;
  noun: string;
  page(tx: Transaction, dossierId: string, after: string | null): Promise<SealedRow[]>;
};

type Statement = { journal: { seq: number; hash: string } };
type Sealed = { signed: Statement; signature: string };

/** Signed records: as the journal has them, genuine by a known key, at the place in the journal that they name. */
export async function* compareSealed(
  tx: Transaction,
  dossierId: string,
  { things }: Attested,
  { table, noun, page }: SealedTable,
  keys: readonly TrustedKey[],
): Findings {
  const said = things.get(noun) ?? new Map();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const rows: SealedRow[] = await page(tx, dossierId, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const { id, key, row, columns } of rows) {
      const where = { dossierId, table, id };
      seen.add(key);
      const place = said.get(key);
      if (!place) {
        yield unknownRow(where);
        continue;
      }
      const thing = (await payloadsOf(tx, dossierId, [place.seq])).get(place.seq)?.[noun] as Sealed;
      yield* sealFaults(where, row, thing, keys);
      for (const [field, [stands, signed]] of Object.entries(columns(thing.signed as never))) {
        if (stands !== signed) {
          yield { ...where, field, sentence: `“${field}” is not what was signed.` };
        }
      }
      yield* await placeFaults(tx, where, thing.signed, place.seq);
    }
  }
  for (const [key, { seq }] of said) {
    if (!seen.has(key)) yield missingRow({ dossierId, table, id: key }, seq);
  }
}

type Where = { dossierId: string; table: string; id: string };

function sealFaults(
  where: Where,
  row: SealedRow["row"],
  said: Sealed,
  keys: readonly TrustedKey[],
): Finding[] {
  const faults: Finding[] = [];
  if (row.signed !== canonicalJson(said.signed)) {
    faults.push({
      ...where,
      field: "signed",
      sentence: "The signed statement is not the one in the journal.",
    });
  }
  if (row.signature !== said.signature) {
    faults.push({ ...where, field: "signature", sentence: "The signature is not the one in the journal." });
  }
  const key = keys.find(({ id }) => id === row.keyId);
  const [bytes, publicKey] = [fromBase64(row.signature), fromBase64(key?.publicKey ?? "")];
  if (!publicKey) {
    faults.push({
      ...where,
      field: "keyId",
      sentence: `The key ${row.keyId} is none that this installation signs with.`,
    });
  } else if (!bytes || !verifyBytes(bytes, utf8ToBytes(row.signed), publicKey)) {
    faults.push({ ...where, field: "signature", sentence: "The signature does not fit the statement." });
  }
  return faults;
}

/** What was signed names the journal as it stood before: the entry that says so follows on that one. */
async function placeFaults(
  tx: Transaction,
  where: Where,
  { journal }: Statement,
  seq: number,
): Promise<Finding[]> {
  const before = await tx.journalEntry.findUnique({
    where: { dossierId_seq: { dossierId: where.dossierId, seq: journal.seq } },
    select: { hash: true },
  });
  if (before?.hash === journal.hash && seq > journal.seq) return [];
  const sentence = `It was signed when the journal ended with entry ${journal.seq} in another form than it has now.`;
  return [{ ...where, field: "signed", sentence }];
}
