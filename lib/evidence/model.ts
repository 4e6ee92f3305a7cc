import type { Evidence } from "./schema";

type ById<T> = Readonly<Record<string, T>>;

const known = new WeakMap<ById<Evidence>, ReadonlyMap<string, readonly Evidence[]>>();
const none: readonly Evidence[] = [];

/**
 * The sources of an annotation, oldest first. A dossier's are sorted once for each state of it: a margin full of cards
 * asks this of every card.
 */
export function evidenceFor(evidence: ById<Evidence>, annotationId: string): readonly Evidence[] {
  let all = known.get(evidence);
  if (!all) {
    all = byAnnotation(evidence);
    known.set(evidence, all);
  }
  return all.get(annotationId) ?? none;
}

function byAnnotation(evidence: ById<Evidence>): Map<string, Evidence[]> {
  const all = new Map<string, Evidence[]>();
  const ordered = Object.values(evidence).sort((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
  for (const one of ordered) {
    const list = all.get(one.annotationId);
    if (list) list.push(one);
    else all.set(one.annotationId, [one]);
  }
  return all;
}

/** Whether a reader could not find the place in the source: nobody said the page, paragraph or time. */
export function lacksLocator({ locator }: Pick<Evidence, "locator">): boolean {
  return locator === null || locator.trim() === "";
}

/** A source that was used in the dossier before. */
export type KnownSource = { url: string | null; title: string };

/** Each source of the dossier once, the one used last first. */
export function knownSources(evidence: ById<Evidence>): KnownSource[] {
  const sources = new Map<string, KnownSource>();
  const newestFirst = Object.values(evidence).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  for (const { url, title } of newestFirst) {
    const key = url ?? `title:${title}`;
    if (!sources.has(key)) sources.set(key, { url, title });
  }
  return [...sources.values()];
}
