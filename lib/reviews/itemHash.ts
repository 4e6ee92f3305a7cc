import { contentHash } from "@/lib/journal/canonical";
import { grouped } from "@/lib/text/grouped";

/** What the hash of an annotation is taken over, as a snapshot holds it and as a browser's state does. */
export type HashedAnnotation = {
  id: string;
  articleId: string;
  revisionId: string;
  start: number;
  end: number;
  exact: string;
  kind: string;
  note: string;
  attributes: Readonly<Record<string, unknown>>;
  tags: readonly string[];
  checkStatus: string;
  confidence: string | null;
  checker: string | null;
  secondChecker: string | null;
};

export type HashedEvidence = {
  annotationId: string;
  stance: string;
  url: string | null;
  title: string;
  locator: string | null;
  tier: string | null;
  note: string;
  retrievedAt: string | null;
  archivedSha256: string | null;
};

export type HashedLink = {
  id: string;
  from: string;
  to: string;
  relation: string;
  subtype: string | null;
  sameEvent: string;
  strength: string | null;
  severity: string | null;
  rationale: string;
  status: string;
  statusReason: string;
};

type Things = {
  annotations: readonly HashedAnnotation[];
  evidence: readonly HashedEvidence[];
  links: readonly HashedLink[];
};

export type ItemType = "annotation" | "link";

/** How an item is called among a round's. */
export function itemKey({ type, id }: { type: ItemType; id: string }): string {
  return `${type}:${id}`;
}

/**
 * SHA-256 of the canonical JSON of what an annotation says: its passage in its revision, its words and verdict, and
 * its evidence in whatever order. No versions, no times of writing, nobody's name; who it is given to is no part of
 * what it says. A revision's text never changes, so that its id stands for the words around.
 */
export function annotationHash(
  { articleId, revisionId, start, end, exact, kind, note, attributes, ...rest }: HashedAnnotation,
  evidence: readonly HashedEvidence[],
): string {
  const { tags, checkStatus, confidence, checker, secondChecker } = rest;
  return contentHash({
    type: "annotation",
    ...{ articleId, revisionId, start, end, exact, kind, note, attributes, tags },
    ...{ checkStatus, confidence, checker, secondChecker },
    evidence: evidence.map(saidOf).sort((a, b) => (contentHash(a) < contentHash(b) ? -1 : 1)),
  });
}

function saidOf({ stance, url, title, locator, tier, note, retrievedAt, archivedSha256 }: HashedEvidence) {
  return { stance, url, title, locator, tier, note, retrievedAt, archivedSha256 };
}

type End = Pick<HashedAnnotation, "articleId" | "revisionId" | "start" | "end" | "exact">;

/** SHA-256 of the canonical JSON of what a link says: its fields, and the exact words and article at each end. */
export function linkHash(link: HashedLink, from: End | undefined, to: End | undefined): string {
  const { relation, subtype, sameEvent, strength, severity, rationale, status, statusReason } = link;
  return contentHash({
    type: "link",
    ...{ relation, subtype, sameEvent, strength, severity, rationale, status, statusReason },
    ends: [endOf(link.from, from), endOf(link.to, to)],
  });
}

function endOf(id: string, end: End | undefined) {
  return end
    ? { id, articleId: end.articleId, revisionId: end.revisionId, start: end.start, exact: end.exact }
    : { id };
}

/** The hashes of every annotation and link of a snapshot, by {@link itemKey}. */
export function itemHashes({ annotations, evidence, links }: Things): Map<string, string> {
  const sources = grouped(evidence, ({ annotationId }) => annotationId);
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const hashes = new Map<string, string>();
  for (const annotation of annotations) {
    const key = itemKey({ type: "annotation", id: annotation.id });
    hashes.set(key, annotationHash(annotation, sources.get(annotation.id) ?? []));
  }
  for (const link of links) {
    hashes.set(
      itemKey({ type: "link", id: link.id }),
      linkHash(link, byId.get(link.from), byId.get(link.to)),
    );
  }
  return hashes;
}

/** The hash of one item of a snapshot; null for one that it does not hold. */
export function itemHash(snapshot: Things, type: ItemType, id: string): string | null {
  if (type === "annotation") {
    const annotation = snapshot.annotations.find((one) => one.id === id);
    const evidence = snapshot.evidence.filter(({ annotationId }) => annotationId === id);
    return annotation ? annotationHash(annotation, evidence) : null;
  }
  const link = snapshot.links.find((one) => one.id === id);
  const end = (wanted: string) => snapshot.annotations.find((one) => one.id === wanted);
  return link ? linkHash(link, end(link.from), end(link.to)) : null;
}
