import type { Context } from "@/lib/auth/caller";
import { type Action, type Actor, refusalOf, type Subject } from "@/lib/auth/policy";
import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { inTurn } from "@/lib/db/inTurn";
import { notFound, Refusal } from "@/lib/http/refusal";
import { enqueue } from "@/lib/jobs/enqueue";
import { entryHash } from "./chain";
import type { NewEntry } from "./entries";
import { thingsOfDeed } from "./repeat";
import { STET_ID } from "./stetItself";
import { JOURNAL_CHANNEL } from "./tail";
import { tell } from "./tell";

/** What a command works with inside the one transaction that changes a dossier. */
export type Change = {
  tx: Transaction;
  actor: Actor;
  dossierId: string;
  /** The instant of the change by the database's clock; every row and entry of the change carries it. */
  now: Date;
  /** The newest journal entry before this change. */
  head: { seq: number; hash: string };
  /** Asks the policy again, once the command knows what it acts on. @throws Refusal `forbidden` */
  authorise(action: Action, subject: Subject): void;
  /** Adds to the journal; entries are written in this order when the work is done. */
  append(entry: NewEntry): void;
};

type LockedDossier = { seq: number; head: string; now: Date };

/**
 * The only way to change anything in a dossier: locks its row (so that writers take turns and the journal has
 * no gaps), authorises, does the work, appends the journal entries and notifies, in one transaction.
 * `work` may be tried more than once. A change whose `deed` this person has done before is not done again: it answers
 * what it came to then.
 *
 * @param repeated makes that answer of the things in the deed's entries; by default there is one, and it is the answer
 * @throws Refusal `not_found` when the dossier is not the caller's, `forbidden` when the role or scope is too weak
 */
export async function changeDossier<T>(
  context: Context,
  dossierId: string,
  action: Action,
  work: (change: Change) => Promise<T>,
  repeated: (things: readonly unknown[]) => T = ([thing]) => thing as T,
): Promise<T> {
  requireScope(context, action);
  const change = async (tx: Transaction): Promise<T> => {
    const [locked] = await tx.$queryRaw<LockedDossier[]>`
      SELECT journal_seq AS seq, journal_head AS head, date_trunc('milliseconds', clock_timestamp()) AS now
      FROM dossier WHERE id = ${dossierId}::uuid AND deleted_at IS NULL
      FOR UPDATE`;
    // Asked once the lock is held: who was removed while this waited is no member any more.
    const member = await tx.member.findUnique({
      where: { dossierId_userId: { dossierId, userId: context.caller.id } },
      select: { role: true },
    });
    if (!locked || !member) throw notFound();
    const actor: Actor = { userId: context.caller.id, role: member.role };
    const authorise = (wanted: Action, subject: Subject) => {
      const reason = refusalOf(actor, wanted, subject);
      if (reason) throw new Refusal("forbidden", reason);
    };
    const done = await thingsOfDeed(tx, dossierId, actor.userId, context.deed);
    if (done.length > 0) return repeated(done);
    authorise(action, {});

    const entries: NewEntry[] = [];
    const head = { seq: locked.seq, hash: locked.head };
    const append = (entry: NewEntry) => entries.push(entry);
    const result = await work({ tx, actor, dossierId, now: locked.now, head, authorise, append });
    const place = { dossierId, actorId: actor.userId, at: locked.now, head, deed: context.deed };
    await writeEntries(tx, place, entries);
    return result;
  };
  return inTurn(dossierId, () => inTransaction(context.db, change));
}

/**
 * What Stet does in a dossier by itself, in nobody's name: the same lock, journal and notice as a person's change.
 * A dossier that was deleted meanwhile is left alone.
 */
export async function changeByStet(
  db: Database,
  dossierId: string,
  work: (tx: Transaction, now: Date) => Promise<NewEntry[]>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [locked] = await tx.$queryRaw<LockedDossier[]>`
      SELECT journal_seq AS seq, journal_head AS head, date_trunc('milliseconds', clock_timestamp()) AS now
      FROM dossier WHERE id = ${dossierId}::uuid AND deleted_at IS NULL
      FOR UPDATE`;
    if (!locked) return;
    const head = { seq: locked.seq, hash: locked.head };
    const entries = await work(tx, locked.now);
    await writeEntries(tx, { dossierId, actorId: STET_ID, at: locked.now, head }, entries);
  });
}

/** What leaves a statement that is signed in a person's name. */
const signing: readonly Action[] = ["round.sign", "round.withdraw", "round.correct"];

function requireScope({ caller }: Context, action: Action): void {
  const scope = signing.includes(action) ? "sign" : "write";
  if (!caller.scopes.includes(scope)) {
    throw new Refusal("forbidden", `This token does not carry the scope "${scope}".`);
  }
}

/** What is put beyond rewriting at once: the job is there when the change is, whatever becomes of this process. */
const CHECKPOINT_AFTER: ReadonlySet<string> = new Set([
  "round.signed",
  "signOff.withdrawn",
  "correction.added",
]);

type Place = {
  dossierId: string;
  actorId: string;
  at: Date;
  head: { seq: number; hash: string };
  deed?: string | undefined;
};

/**
 * Writes entries behind `head`, tells every server process the dossier's newest number, wakes the dossier's webhooks,
 * and tells whoever the entries concern.
 * Dangerous on its own: the caller holds the lock on the dossier's row.
 */
export async function writeEntries(
  tx: Transaction,
  place: Place,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  let { seq, hash: prev } = place.head;
  const rows = entries.map(({ type, subject, payload }) => {
    seq += 1;
    // What JSON drops (undefined) must not be hashed either.
    const stored = JSON.parse(JSON.stringify(payload));
    const content = { dossierId: place.dossierId, seq, actorId: place.actorId, at: place.at.toISOString() };
    const hash = entryHash({ ...content, type, subject, payload: stored, prev });
    const row = {
      seq,
      type,
      subject_type: subject.type,
      subject_id: subject.id,
      payload: stored,
      prev,
      hash,
    };
    prev = hash;
    return row;
  });
  await tx.$executeRaw`
    WITH entry AS (
      INSERT INTO journal_entry (dossier_id, seq, actor_id, at, type, subject_type, subject_id, payload, prev, hash, deed)
      SELECT ${place.dossierId}::uuid, seq, ${place.actorId}::uuid, ${place.at}, type, subject_type, subject_id, payload, prev, hash, ${place.deed ?? null}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(seq int, type text, subject_type text, subject_id uuid, payload jsonb, prev text, hash text)
      ORDER BY seq
    ), moved AS (
      UPDATE dossier SET journal_seq = ${seq}, journal_head = ${prev} WHERE id = ${place.dossierId}::uuid
    )
    SELECT pg_notify(${JOURNAL_CHANNEL}, ${`${place.dossierId}:${seq}`}), (
      SELECT count(graphile_worker.add_job(
        'webhook.deliver', json_build_object('webhookId', id), queue_name => 'webhook:' || id,
        job_key => 'webhook:' || id, job_key_mode => 'preserve_run_at'))
      FROM webhook WHERE dossier_id = ${place.dossierId}::uuid AND disabled_at IS NULL AND deleted_at IS NULL
    )`;
  await tell(tx, place, entries);
  if (entries.some(({ type }) => CHECKPOINT_AFTER.has(type))) {
    const { dossierId } = place;
    await enqueue(tx, "checkpoint.make", { dossierId }, { key: `checkpoint:${dossierId}` });
  }
}
