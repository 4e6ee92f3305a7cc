import type { Comment } from "./schema";

type ById<T> = Readonly<Record<string, T>>;
type Place = Pick<Comment, "id" | "replyTo">;

/** A comment that began something and its answers, oldest first. `root` is null once it was deleted. */
export type Thread = {
  id: string;
  root: Comment | null;
  replies: readonly Comment[];
  isResolved: boolean;
};

/** The id of the comment that began the thread; it may be deleted by now. */
export function threadOf(comment: Place, comments: ById<Place>): string {
  let first = comment;
  const seen = new Set([first.id]);
  while (first.replyTo !== null && !seen.has(first.replyTo)) {
    seen.add(first.replyTo);
    const parent = comments[first.replyTo];
    if (!parent) return first.replyTo;
    first = parent;
  }
  return first.id;
}

const known = new WeakMap<ById<Comment>, ReadonlyMap<string, readonly Thread[]>>();
const none: readonly Thread[] = [];

/**
 * The threads on one thing, in the order they began. All of a dossier's are sorted once for each state of it: a
 * margin full of cards asks this of every card.
 */
export function threadsOn(comments: ById<Comment>, on: Comment["on"]): readonly Thread[] {
  let all = known.get(comments);
  if (!all) {
    all = threadsBySubject(comments);
    known.set(comments, all);
  }
  return all.get(keyOf(on)) ?? none;
}

/** How many threads on a thing wait for somebody. */
export function unresolvedOn(comments: ById<Comment>, on: Comment["on"]): number {
  return threadsOn(comments, on).filter(({ isResolved }) => !isResolved).length;
}

function threadsBySubject(comments: ById<Comment>): Map<string, Thread[]> {
  const threads = new Map<string, { on: Comment["on"]; comments: Comment[] }>();
  for (const comment of Object.values(comments)) {
    const id = threadOf(comment, comments);
    const thread = threads.get(id) ?? { on: comment.on, comments: [] };
    thread.comments.push(comment);
    threads.set(id, thread);
  }
  const bySubject = new Map<string, Thread[]>();
  for (const [id, { on, comments: its }] of threads) {
    const ordered = its.toSorted(byTime);
    const root = ordered.find((one) => one.id === id) ?? null;
    const replies = ordered.filter((one) => one !== root);
    const list = bySubject.get(keyOf(on)) ?? [];
    list.push({ id, root, replies, isResolved: root !== null && root.resolvedAt !== null });
    bySubject.set(keyOf(on), list);
  }
  const startOf = ({ root, replies }: Thread) => (root ?? replies[0])?.createdAt ?? "";
  for (const list of bySubject.values()) list.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return bySubject;
}

function keyOf(on: Comment["on"]): string {
  return `${on.type}:${on.id}`;
}

function byTime(a: Comment, b: Comment): number {
  return a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;
}
