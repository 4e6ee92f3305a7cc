import { uuidv7 } from "uuidv7";
import { mentionedIn } from "@/lib/comments/mentions";
import type { Transaction } from "@/lib/db/client";
import { scheduleDigests } from "@/lib/digests/schedule";
import { type KnownBefore, whoIsTold } from "@/lib/inbox/model";
import type { NewEntry } from "./entries";

type Place = { dossierId: string; actorId: string; at: Date; head: { seq: number } };

/**
 * Puts new entries into the inboxes of those they concern and asks for the e-mails about them, in the transaction that writes them. Called for every
 * entry there is, so that no command can forget it; most concern nobody, which costs no query.
 */
export async function tell(tx: Transaction, place: Place, entries: readonly NewEntry[]): Promise<void> {
  const { dossierId, actorId, at, head } = place;
  if (!entries.some((entry) => mayConcernSomeone(entry, actorId))) return;
  const before = await knownBefore(tx, place, entries);
  const data = entries.flatMap((entry, index) =>
    whoIsTold({ ...entry, actorId }, before).map(({ userId, reason }) => {
      return { id: uuidv7(), userId, dossierId, journalSeq: head.seq + index + 1, reason, at };
    }),
  );
  if (data.length === 0) return;
  await tx.inboxItem.createMany({ data });
  await scheduleDigests(tx, [...new Set(data.map(({ userId }) => userId))], at);
}

function mayConcernSomeone(entry: NewEntry, actorId: string): boolean {
  switch (entry.type) {
    case "comment.created":
    case "comment.changed": {
      const { replyTo, body } = entry.payload.comment;
      return (replyTo !== null && entry.type === "comment.created") || mentionedIn(body).length > 0;
    }
    case "annotation.created":
    case "annotation.changed":
      return ![null, actorId].includes(entry.payload.annotation.assignee);
    case "link.created":
    case "link.changed":
      return ![null, actorId].includes(entry.payload.link.owner);
    case "round.decided":
      return entry.payload.items.some(({ decision }) => decision === "returned");
    case "round.submitted":
    case "round.returned":
    case "round.signed":
    case "signOff.withdrawn":
    case "correction.added":
    case "webhook.disabled":
      return true;
    default:
      return false;
  }
}

/** What the rule asks for of the time before the entries: the rows are changed already, the journal is not. */
async function knownBefore(
  tx: Transaction,
  { dossierId, actorId, head }: Place,
  entries: readonly NewEntry[],
): Promise<KnownBefore> {
  const concerning = entries.filter((entry) => mayConcernSomeone(entry, actorId));
  const members = await tx.member.findMany({ where: { dossierId }, select: { userId: true, role: true } });
  const replied = concerning.flatMap((entry) =>
    entry.type === "comment.created" && entry.payload.comment.replyTo ? [entry.payload.comment.on] : [],
  );
  const threads =
    replied.length === 0
      ? []
      : await tx.comment.findMany({
          where: {
            dossierId,
            deletedAt: null,
            OR: replied.map(({ type, id }) => ({ onType: type, onId: id })),
          },
          select: { id: true, replyToId: true, createdById: true, body: true },
        });
  const comments = threads.map(({ id, replyToId, createdById, body }): KnownBefore["comments"][string] => {
    return { id, replyTo: replyToId, createdBy: createdById, body };
  });
  const changed = concerning.filter(({ type }) => type.endsWith(".changed")).map(({ subject }) => subject.id);
  const then = changed.length === 0 ? [] : await lastPayloads(tx, dossierId, head.seq, changed);
  return {
    members: Object.fromEntries(members.map((member) => [member.userId, member])),
    comments: Object.fromEntries(
      [...comments, ...then.flatMap((p) => p.comment ?? [])].map((c) => [c.id, c]),
    ),
    annotations: Object.fromEntries(then.flatMap((p) => p.annotation ?? []).map((a) => [a.id, a])),
    links: Object.fromEntries(then.flatMap((p) => p.link ?? []).map((l) => [l.id, l])),
    rounds: await decidedRounds(tx, concerning),
  };
}

/** The items, with their makers, of the rounds in which something was returned. */
async function decidedRounds(tx: Transaction, entries: readonly NewEntry[]): Promise<KnownBefore["rounds"]> {
  const ids = entries.flatMap((entry) => (entry.type === "round.decided" ? [entry.payload.roundId] : []));
  if (ids.length === 0) return {};
  const rows = await tx.roundItem.findMany({
    where: { roundId: { in: ids } },
    select: { roundId: true, type: true, itemId: true, makers: true },
  });
  const ofRound = (id: string) =>
    rows
      .filter(({ roundId }) => roundId === id)
      .map(({ type, itemId, makers }) => ({ type, id: itemId, makers }));
  return Object.fromEntries(ids.map((id) => [id, { items: ofRound(id) }]));
}

type Payloads = {
  comment?: KnownBefore["comments"][string];
  annotation?: { id: string; assignee: string | null };
  link?: { id: string; owner: string | null };
};

/** What the journal last said of each thing, up to entry `until`. */
async function lastPayloads(tx: Transaction, dossierId: string, until: number, ids: readonly string[]) {
  const rows = await tx.$queryRaw<{ payload: Payloads }[]>`
    SELECT DISTINCT ON (subject_id) payload FROM journal_entry
    WHERE dossier_id = ${dossierId}::uuid AND subject_type IN ('comment', 'annotation', 'link')
      AND subject_id = ANY(${ids}::uuid[]) AND seq <= ${until}
    ORDER BY subject_id, seq DESC`;
  return rows.map(({ payload }) => payload);
}
