import type { Annotation } from "@/lib/annotations/schema";
import { threadsOn } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import { evidenceFor } from "@/lib/evidence/model";
import type { Evidence } from "@/lib/evidence/schema";
import type { Link } from "@/lib/links/schema";
import { grouped } from "@/lib/text/grouped";
import { annotationHash, type ItemType, itemKey, linkHash } from "./itemHash";
import type { Round } from "./schema";
import { type LastDecision, lastDecisions } from "./standing";

type ById<T> = Readonly<Record<string, T>>;

/** The part of a dossier's state that says what was returned. Every `DossierState` is one. */
export type ReviewedState = {
  annotations: ById<Annotation>;
  evidence: ById<Evidence>;
  links: ById<Link>;
  comments: ById<Comment>;
  rounds: ById<Pick<Round, "id" | "reportId" | "number" | "submittedAt" | "items">>;
};

/**
 * What became of a returned item: nothing yet, an answer to the reason, or a change: then it is to be seen again in
 * the next round.
 */
export type ReturnedStanding = "returned" | "answered" | "fixed";

export type Returned = {
  type: ItemType;
  id: string;
  standing: ReturnedStanding;
  reason: string;
  /** What the reviewer would write instead; empty for nothing. */
  suggestion: string;
  by: string;
  at: string;
  /** Who made it or changed it last by the time it was submitted. */
  makers: readonly string[];
  reportId: string;
  roundId: string;
  /** The comment that says the reason; null once it is deleted. */
  commentId: string | null;
};

type Back = Omit<Returned, "standing" | "commentId"> & { contentHash: string };

const none: ReadonlyMap<string, Back> = new Map();
const known = new WeakMap<ReviewedState["rounds"], ReadonlyMap<string, Back>>();

/** What was returned to its authors and no round has accepted since, if it is there still; newest first. */
export function returnedIn(state: ReviewedState): Returned[] {
  return [...returnsOf(state.rounds).values()]
    .flatMap((back) => standingNow(state, back) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

/** The same of one item; null when nobody returned it. Cheap: a margin full of cards asks it of every card. */
export function returnOf(state: ReviewedState, item: { type: ItemType; id: string }): Returned | null {
  const back = returnsOf(state.rounds).get(itemKey(item));
  return back ? standingNow(state, back) : null;
}

/** By `itemKey`. Worked out once for each state of the rounds. */
function returnsOf(rounds: ReviewedState["rounds"]): ReadonlyMap<string, Back> {
  const found = known.get(rounds);
  if (found) return found;
  const all = Object.values(rounds);
  const backs = all.length === 0 ? none : returnsAmong(all);
  known.set(rounds, backs);
  return backs;
}

function returnsAmong(rounds: readonly ReviewedState["rounds"][string][]): Map<string, Back> {
  const backs = new Map<string, Back>();
  for (const [reportId, its] of grouped(rounds, (round) => round.reportId)) {
    const newest = its.reduce((a, b) => (a.number > b.number ? a : b));
    // What a report no longer holds is nothing to fix for it.
    const held = new Map(newest.items.map((item) => [itemKey(item), item]));
    for (const [key, last] of lastDecisions(its)) {
      const item = held.get(key);
      const { decision, decidedBy, decidedAt } = last.item;
      if (!item || decision !== "returned" || !decidedBy || !decidedAt) continue;
      // Of several reports that got it back, the last one says why.
      if ((backs.get(key)?.at ?? "") > decidedAt) continue;
      backs.set(key, backOf(item, { ...last, reportId, decidedBy, decidedAt }));
    }
  }
  return backs;
}

function backOf(
  { type, id, makers }: Round["items"][number],
  last: LastDecision & { reportId: string; decidedBy: string; decidedAt: string },
): Back {
  const { reason, suggestion, contentHash } = last.item;
  const { reportId, roundId, decidedBy, decidedAt } = last;
  return {
    type,
    id,
    reason,
    suggestion,
    contentHash,
    by: decidedBy,
    at: decidedAt,
    makers,
    reportId,
    roundId,
  };
}

function standingNow(state: ReviewedState, { contentHash, ...back }: Back): Returned | null {
  const now = hashNow(state, back);
  if (now === null) return null;
  const thread = threadsOn(state.comments, { type: back.type, id: back.id }).find(
    ({ root }) => root?.createdBy === back.by && root.createdAt === back.at,
  );
  const isAnswered = thread?.replies.some(({ createdBy }) => createdBy !== back.by) ?? false;
  // A round from before items had hashes says nothing of what changed.
  const isSame = contentHash === "" || contentHash === now;
  const standing = !isSame ? "fixed" : isAnswered ? "answered" : "returned";
  return { ...back, standing, commentId: thread?.id ?? null };
}

/** `itemHash` of what the state says now; null when it is deleted. */
function hashNow(state: ReviewedState, { type, id }: { type: ItemType; id: string }): string | null {
  if (type === "annotation") {
    const annotation = state.annotations[id];
    return annotation ? annotationHash(annotation, evidenceFor(state.evidence, id)) : null;
  }
  const link = state.links[id];
  return link ? linkHash(link, state.annotations[link.from], state.annotations[link.to]) : null;
}
