import type { Entry } from "@/lib/journal/entries";

/** Where in the journal something was last said of: entry `seq`, under `key` of its payload. `isGone`: that it is no more. */
export type Said = { seq: number; key: string; type: string; at: string; isGone: boolean };

/** What the journal last said, of everything it ever spoke of; where it stands, not the words themselves. */
export type Attested = {
  /** By noun, then id. */
  things: Map<string, Map<string, Said>>;
  /** Entries about a round's items since the round was last said as a whole. */
  decisions: Map<string, number[]>;
  /** The last edit of a memo, by report. */
  memos: Map<string, { seq: number; version: number; by: string; at: string; count: number }>;
  /** The version at which anything but words of the memo last changed, by report. */
  patched: Map<string, number>;
  /** Texts that articles were said to have, and the entry that says what they are. */
  revisions: Map<string, { articleId: string; seq: number | null }>;
};

export function nothingSaid(): Attested {
  return {
    things: new Map(),
    decisions: new Map(),
    memos: new Map(),
    patched: new Map(),
    revisions: new Map(),
  };
}

type Thing = Record<string, unknown> & { id?: string };

/** How a thing under each key of a payload is known again in its table. */
const idOf: Record<string, (thing: never) => string> = {
  dossier: byId,
  member: ({ userId }: { userId: string }) => userId,
  article: byId,
  annotation: byId,
  evidence: byId,
  sentence: ({ revisionId, start }: { revisionId: string; start: number }) => `${revisionId}:${start}`,
  link: byId,
  filter: byId,
  comment: byId,
  report: byId,
  round: byId,
  webhook: byId,
  signOff: ({ signed }: { signed: { round: Thing; reviewer: Thing } }) =>
    `${signed.round.id}:${signed.reviewer.id}`,
  withdrawal: ({ signed }: { signed: { signOff: Thing } }) => String(signed.signOff.id),
  correction: ({ signed }: { signed: Thing }) => String(signed.id),
};

function byId({ id }: Thing): string {
  return String(id);
}

/** Types after which the row itself is gone; everything else that is deleted stays and says so. */
const GONE: ReadonlySet<string> = new Set(["member.removed", "sentence.reopened"]);

/** Takes in one entry, in the journal's order. @throws whatever a payload that is not of its type leads to */
export function hear(attested: Attested, entry: Entry): void {
  const { seq, type } = entry;
  const payload = entry.payload as Record<string, unknown>;
  for (const [key, thing] of Object.entries(payload)) {
    const id = idOf[key]?.(thing as never);
    if (id === undefined) continue;
    const known = attested.things.get(key) ?? new Map<string, Said>();
    attested.things.set(key, known.set(id, { seq, key, type, at: entry.at, isGone: GONE.has(type) }));
  }
  if ("round" in payload) attested.decisions.set(String((payload.round as Thing).id), []);
  else if (typeof payload.roundId === "string") attested.decisions.get(payload.roundId)?.push(seq);
  if (entry.type === "memo.edited") {
    const { reportId, version } = entry.payload;
    const count = (attested.memos.get(reportId)?.count ?? 0) + 1;
    attested.memos.set(reportId, { seq, version, by: entry.actorId, at: entry.at, count });
  }
  if (entry.type === "report.created" || entry.type === "report.changed" || entry.type === "report.deleted") {
    attested.patched.set(entry.payload.report.id, entry.payload.report.version);
    attested.memos.delete(entry.payload.report.id);
  }
  if ("article" in entry.payload) {
    const { id: articleId, revisionId } = entry.payload.article;
    const saysWhat = "revision" in entry.payload && entry.payload.revision !== undefined;
    const known = attested.revisions.get(revisionId);
    attested.revisions.set(revisionId, { articleId, seq: saysWhat ? seq : (known?.seq ?? null) });
  }
}
