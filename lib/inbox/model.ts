import { can, type Role } from "@/lib/auth/policy";
import { mentionedIn } from "@/lib/comments/mentions";
import { threadOf } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import type { NewEntry } from "@/lib/journal/entries";
import type { Round } from "@/lib/reviews/schema";
import type { Reason } from "./schema";

export type Told = { userId: string; reason: Reason };

/** The part of a dossier's state, before an entry, that decides who is told of it. Every `DossierState` is one. */
export type KnownBefore = {
  members: Readonly<Record<string, { role: Role }>>;
  comments: Readonly<Record<string, Pick<Comment, "id" | "replyTo" | "createdBy" | "body">>>;
  annotations: Readonly<Record<string, { assignee: string | null }>>;
  links: Readonly<Record<string, { owner: string | null }>>;
  rounds: Readonly<Record<string, { items: readonly MadeItem[] }>>;
};

/** An item of a round and who made it. */
export type MadeItem = { type: "annotation" | "link"; id: string; makers: readonly string[] };

/**
 * Who is told of an entry, and why: the one rule, asked by the server when it writes the entry and by each browser
 * when it hears of it. Each person once, for the first reason that holds; nobody of what they did themselves,
 * nobody who is not in the dossier.
 */
export function whoIsTold(entry: NewEntry & { actorId: string }, before: KnownBefore): Told[] {
  const told = new Map<string, Reason>();
  for (const { userId, reason } of candidates(entry, before)) {
    if (userId !== entry.actorId && userId in before.members && !told.has(userId)) told.set(userId, reason);
  }
  return [...told].map(([userId, reason]) => ({ userId, reason }));
}

/** The strongest reasons first. */
function candidates(entry: NewEntry, before: KnownBefore): Told[] {
  switch (entry.type) {
    case "comment.created": {
      const { comment } = entry.payload;
      return [
        ...mentionedIn(comment.body).map((userId) => ({ userId, reason: "mention" as const })),
        ...authorsOfThread(comment, before).map((userId) => ({ userId, reason: "reply" as const })),
      ];
    }
    case "comment.changed": {
      const { id, body } = entry.payload.comment;
      const already = mentionedIn(before.comments[id]?.body ?? "");
      return mentionedIn(body)
        .filter((userId) => !already.includes(userId))
        .map((userId) => ({ userId, reason: "mention" }));
    }
    case "annotation.created":
    case "annotation.changed": {
      const { id, assignee } = entry.payload.annotation;
      return given(assignee, before.annotations[id]?.assignee);
    }
    case "link.created":
    case "link.changed": {
      const { id, owner } = entry.payload.link;
      return given(owner, before.links[id]?.owner);
    }
    case "round.submitted":
      return membersWho("round.decide", before).map((userId) => ({ userId, reason: "review" }));
    case "round.decided": {
      const items = before.rounds[entry.payload.roundId]?.items ?? [];
      const makers = returnedItems(entry.payload.items, items).flatMap((item) => item.makers);
      return makers.map((userId) => ({ userId, reason: "returned" }));
    }
    case "round.returned":
      return entry.payload.round.contributors.map((userId) => ({ userId, reason: "returned" }));
    case "round.signed":
      return entry.payload.round.contributors.map((userId) => ({ userId, reason: "sign_off" }));
    case "signOff.withdrawn":
      return madeOrSigned(entry.payload.round).map((userId) => ({ userId, reason: "withdrawal" }));
    case "correction.added":
      return madeOrSigned(entry.payload.round).map((userId) => ({ userId, reason: "correction" }));
    case "webhook.disabled":
      return membersWho("webhook.manage", before).map((userId) => ({ userId, reason: "webhook" }));
    default:
      return [];
  }
}

/** Whoever made something in a round, or put their name to it. */
function madeOrSigned({ contributors, signOffs }: Pick<Round, "contributors" | "signOffs">): string[] {
  return [...new Set([...contributors, ...signOffs.map(({ signed }) => signed.reviewer.id)])];
}

/** Of a round's items those that these decisions returned. */
export function returnedItems<T extends { type: string; id: string }>(
  decisions: readonly { type: string; id: string; decision: string }[],
  items: readonly T[],
): T[] {
  const returned = new Set(
    decisions.filter(({ decision }) => decision === "returned").map(({ type, id }) => `${type}:${id}`),
  );
  return returned.size === 0 ? [] : items.filter(({ type, id }) => returned.has(`${type}:${id}`));
}

function membersWho(action: "round.decide" | "webhook.manage", { members }: KnownBefore): string[] {
  return Object.entries(members)
    .filter(([userId, { role }]) => can({ userId, role }, action))
    .map(([userId]) => userId);
}

function given(now: string | null, then: string | null | undefined): Told[] {
  return now && now !== then ? [{ userId: now, reason: "assignment" }] : [];
}

/** Everyone who wrote in the thread that a comment answers in, the last first; nobody for one that begins a thread. */
function authorsOfThread(comment: Pick<Comment, "id" | "replyTo">, { comments }: KnownBefore): string[] {
  if (comment.replyTo === null) return [];
  const root = threadOf(comment, comments);
  return Object.values(comments)
    .filter((other) => other.id !== comment.id && threadOf(other, comments) === root)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map(({ createdBy }) => createdBy);
}
