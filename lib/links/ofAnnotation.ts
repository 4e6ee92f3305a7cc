import type { Link } from "./schema";

type ById<T> = Readonly<Record<string, T>>;

const known = new WeakMap<ById<Link>, ReadonlyMap<string, readonly Link[]>>();
const none: readonly Link[] = [];

/**
 * The links that begin or end at an annotation and whose both ends are there. A dossier's links are sorted by their
 * ends once for each state of them: a margin full of cards asks this of every card.
 */
export function linksOf(
  { links, annotations }: { links: ById<Link>; annotations: ById<unknown> },
  annotationId: string,
): readonly Link[] {
  let all = known.get(links);
  if (!all) {
    all = byEnd(links);
    known.set(links, all);
  }
  const own = all.get(annotationId) ?? none;
  return own.filter(({ from, to }) => annotations[from] && annotations[to]);
}

function byEnd(links: ById<Link>): Map<string, Link[]> {
  const all = new Map<string, Link[]>();
  for (const link of Object.values(links)) {
    for (const end of new Set([link.from, link.to])) {
      const list = all.get(end);
      if (list) list.push(link);
      else all.set(end, [link]);
    }
  }
  return all;
}
