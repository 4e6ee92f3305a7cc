import { coverageOf } from "@/lib/articles/coverage";
import { threadsOn } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import { lacksLocator } from "@/lib/evidence/model";
import {
  type OpenPoint,
  type OpenPointKind,
  openPointKindSchema,
  type Snapshot,
} from "@/lib/reports/snapshot";
import { grouped } from "@/lib/text/grouped";
import { sentences } from "@/lib/text/sentences";
import { itemKey } from "./itemHash";
import type { RoundItem } from "./schema";
import type { Standing } from "./standing";

/** One thing that stands in the way of a report, and where it is. */
export type Obstacle = {
  on: OpenPoint["on"];
  articleId: string | null;
  annotationId: string | null;
  linkId: string | null;
  commentId: string | null;
  /** Of an open sentence; UTF-16 units, end-exclusive. */
  range: { start: number; end: number } | null;
  /** Its words, or those of the passage it is about; at most {@link MOST_EXCERPT} units. */
  excerpt: string;
};
export type Obstacles = ReadonlyMap<OpenPointKind, readonly Obstacle[]>;

/** UTF-16 units. */
export const MOST_EXCERPT = 160;

const nowhere = { articleId: null, annotationId: null, linkId: null, commentId: null, range: null };

type Items = readonly (Pick<RoundItem, "type" | "id"> & { standing: Standing })[];

/**
 * What stands in the way of what would be frozen, in the order of the text. Pure.
 *
 * @param items as `roundItems` gives them: an item that was returned and is as it was stands in the way
 * @param comments on the report, its annotations and links. The reason of a return is none of them here: it is met by
 *   fixing what was returned
 */
export function obstaclesOf(snapshot: Snapshot, items: Items, comments: readonly Comment[]): Obstacles {
  const unlocated = grouped(snapshot.evidence.filter(lacksLocator), ({ annotationId }) => annotationId);
  const of: Record<OpenPointKind, Obstacle[]> = {
    open_sentences: openSentences(snapshot),
    unchecked: snapshot.annotations
      .filter(({ checkStatus }) => checkStatus === "unchecked" || checkStatus === "checking")
      .map((annotation) => atAnnotation({ type: "annotation", id: annotation.id }, annotation)),
    undecided_contradiction: snapshot.links
      .filter(({ relation, status }) => relation === "contradicts" && status === "open")
      .map((link) => atLink({ type: "link", id: link.id }, snapshot, link)),
    missing_locator: snapshot.annotations.flatMap((annotation) =>
      (unlocated.get(annotation.id) ?? []).map(({ id, title }) => {
        return { ...atAnnotation({ type: "evidence", id }, annotation), excerpt: excerptOf(title) };
      }),
    ),
    open_comment: openComments(snapshot, comments),
    returned: returnedItems(snapshot, items),
  };
  return new Map(openPointKindSchema.options.map((kind) => [kind, of[kind]]));
}

function openSentences({ articles, annotations, cleared }: Snapshot): Obstacle[] {
  return articles.flatMap(({ id, language, revision: { id: revisionId, text } }) => {
    const inText = <T extends { revisionId: string }>(things: readonly T[]) =>
      things.filter((thing) => thing.revisionId === revisionId);
    return coverageOf(sentences(text, language), inText(annotations), inText(cleared))
      .sentences.filter(({ state }) => state === "open")
      .map(({ start, end }) => ({
        ...{ ...nowhere, on: { type: "article" as const, id }, articleId: id, range: { start, end } },
        excerpt: excerptOf(text.slice(start, end)),
      }));
  });
}

function openComments(snapshot: Snapshot, comments: readonly Comment[]): Obstacle[] {
  const byId = Object.fromEntries(comments.map((comment) => [comment.id, comment]));
  const openOn = (on: Comment["on"]) =>
    threadsOn(byId, on).flatMap(({ root, replies, isResolved }) => {
      const first = root ?? replies[0];
      return first && !isResolved ? [{ first, on: { type: "comment" as const, id: first.id } }] : [];
    });
  const said = (place: Obstacle, { body, id }: Comment) => {
    return { ...place, commentId: id, excerpt: excerptOf(body) };
  };
  return [
    ...openOn({ type: "report", id: snapshot.report.id }).map(({ first, on }) =>
      said({ ...nowhere, on, excerpt: "" }, first),
    ),
    ...snapshot.annotations.flatMap((annotation) =>
      openOn({ type: "annotation", id: annotation.id }).map(({ first, on }) =>
        said(atAnnotation(on, annotation), first),
      ),
    ),
    ...snapshot.links.flatMap((link) =>
      openOn({ type: "link", id: link.id }).map(({ first, on }) => said(atLink(on, snapshot, link), first)),
    ),
  ];
}

function returnedItems(snapshot: Snapshot, items: Items): Obstacle[] {
  const back = new Set(items.filter(({ standing }) => standing === "returned-unchanged").map(itemKey));
  const isBack = (type: "annotation" | "link", id: string) => back.has(itemKey({ type, id }));
  return [
    ...snapshot.annotations
      .filter(({ id }) => isBack("annotation", id))
      .map((annotation) => atAnnotation({ type: "annotation", id: annotation.id }, annotation)),
    ...snapshot.links
      .filter(({ id }) => isBack("link", id))
      .map((link) => atLink({ type: "link", id: link.id }, snapshot, link)),
  ];
}

type Passage = Pick<Snapshot["annotations"][number], "id" | "articleId" | "exact">;

function atAnnotation(on: Obstacle["on"], { id, articleId, exact }: Passage): Obstacle {
  return { ...nowhere, on, articleId, annotationId: id, excerpt: excerptOf(exact) };
}

function atLink(
  on: Obstacle["on"],
  { annotations }: Snapshot,
  link: { id: string; from: string; to: string },
): Obstacle {
  const words = [link.from, link.to].map((end) => annotations.find(({ id }) => id === end)?.exact ?? "");
  const half = Math.floor(MOST_EXCERPT / 2) - 2;
  return { ...nowhere, on, linkId: link.id, excerpt: words.map((word) => excerptOf(word, half)).join(" ↔ ") };
}

/** The start of a text on one line; never half a character. */
function excerptOf(text: string, most = MOST_EXCERPT): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .replace(/\s+\S*$/, "")}…`;
}

/** Why each of some kinds of obstacles is let be. */
export type AcceptedKinds = readonly { kind: OpenPointKind; reason: string }[];

/**
 * What is open and let be with a reason, thing by thing: an article once for all its open sentences. A kind of which
 * nothing is open any more says nothing.
 */
export function openPointsOf(obstacles: Obstacles, accepted: AcceptedKinds): OpenPoint[] {
  return openPointKindSchema.options.flatMap((kind) => {
    const reason = accepted.find((one) => one.kind === kind)?.reason.trim();
    if (!reason) return [];
    const things = new Map((obstacles.get(kind) ?? []).map(({ on }) => [`${on.type}:${on.id}`, on]));
    return [...things.values()].map((on) => ({ kind, on, reason }));
  });
}
