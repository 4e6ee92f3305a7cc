import type { Transaction } from "@/lib/db/client";
import { apply, type DossierState } from "@/lib/journal/apply";
import { sha256Hex } from "@/lib/journal/canonical";
import type { Entry } from "@/lib/journal/entries";
import { presentEntry } from "@/lib/journal/tail";
import type { Snapshot } from "@/lib/reports/snapshot";
import { presentRound, withItems } from "@/lib/reviews/present";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import { differences, missingRow, unknownRow } from "./compare";
import type { Finding, Findings } from "./finding";
import { payloadsOf } from "./rows";
import type { Attested } from "./said";

/** Rounds at a time: each holds a whole snapshot. */
const FEW = 10;

type Row = Awaited<ReturnType<typeof pageOf>>[number];

function pageOf(tx: Transaction, dossierId: string, after: string | null) {
  return tx.round.findMany({
    where: { dossierId, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: FEW,
    include: withItems,
  });
}

/** Rounds as last said, with every decision since; what they froze; who may not sign them. */
export async function* compareRounds(tx: Transaction, dossierId: string, attested: Attested): Findings {
  const said = attested.things.get("round") ?? new Map();
  const seen = new Set<string>();
  const keys = await tx.signingKey.findMany();
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await pageOf(tx, dossierId, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const row of rows) {
      const where = { dossierId, table: "round", id: row.id };
      seen.add(row.id);
      const place = said.get(row.id);
      if (!place) {
        yield unknownRow(where);
        continue;
      }
      const expected = await roundSaid(tx, dossierId, place.seq, attested.decisions.get(row.id) ?? []);
      // How many sign-offs are asked for is the dossier's.
      const { items, signOffsRequired: _asked, contributors, ...stands } = presentRound(row, keys);
      yield* differences(where, expected, stands, place.seq);
      yield* contributorFaults(row, expected.contributors, contributors);
      if (sha256Hex(row.snapshot) !== row.contentHash) {
        yield { ...where, field: "snapshot", sentence: "What was frozen is not what its hash names." };
        continue;
      }
      yield* itemFaults(row, expected.items, items, JSON.parse(row.snapshot), place.seq);
    }
  }
  for (const [id, { seq }] of said) {
    if (!seen.has(id)) yield missingRow({ dossierId, table: "round", id }, seq);
  }
}

/** The round as the browsers hold it: as last said whole, and what was decided since. */
async function roundSaid(
  tx: Transaction,
  dossierId: string,
  seq: number,
  since: readonly number[],
): Promise<Round> {
  const whole = (await payloadsOf(tx, dossierId, [seq])).get(seq)?.round as Round;
  const rows = await tx.journalEntry.findMany({
    where: { dossierId, seq: { in: [...since] } },
    orderBy: { seq: "asc" },
  });
  let round = whole;
  for (const row of rows) {
    const entry = presentEntry(row) as Entry;
    const state = { seq: entry.seq - 1, rounds: { [round.id]: round } } as unknown as DossierState;
    round = apply(state, entry).state.rounds[round.id] ?? round;
  }
  return round;
}

function contributorFaults(
  { id, dossierId }: Row,
  said: readonly string[],
  stand: readonly string[],
): Finding[] {
  const at = (userId: string) => ({
    dossierId,
    table: "round_contributor",
    id: `${id}:${userId}`,
    field: null,
  });
  return [
    ...stand
      .filter((one) => !said.includes(one))
      .map((one) => ({ ...at(one), sentence: "By the journal this person made nothing in the round." })),
    ...said
      .filter((one) => !stand.includes(one))
      .map((one) => ({ ...at(one), sentence: "By the journal this person contributed, and may not sign." })),
  ];
}

function* itemFaults(
  { id: roundId, dossierId }: Row,
  said: readonly RoundItem[],
  stand: readonly RoundItem[],
  snapshot: Snapshot,
  seq: number,
): Generator<Finding, void, undefined> {
  const keyOf = ({ type, id }: RoundItem) => `${type}:${id}`;
  const expected = new Map(said.map((item) => [keyOf(item), item]));
  const frozen = new Map(
    [...snapshot.annotations, ...snapshot.links].map(({ id, version }) => [id, version] as const),
  );
  for (const item of stand) {
    const where = { dossierId, table: "round_item", id: `${roundId}:${keyOf(item)}` };
    const known = expected.get(keyOf(item));
    expected.delete(keyOf(item));
    if (!known) {
      yield unknownRow(where);
      continue;
    }
    // Entries of before it was said there: the snapshot knows it, whose hash the journal says.
    const itemVersion = known.itemVersion ?? frozen.get(item.id);
    yield* differences(where, { ...known, itemVersion }, item, seq);
  }
  for (const key of expected.keys()) {
    yield missingRow({ dossierId, table: "round_item", id: `${roundId}:${key}` }, seq);
  }
}
