import type { Link } from "./schema";

type ChainLink = Pick<Link, "id" | "from" | "to" | "relation">;

/** One step from an earlier passage to a later one. */
export type Step = { earlier: string; later: string; linkId: string };

/**
 * Which way a link tells its story: what qualifies, replaces or disputes came after what it speaks of. What reads
 * the same both ways is ordered by the days of its ends; where those are unknown or the same, it tells no story,
 * nor do links that only support or give context.
 * @param dayOf when an annotation's words were said (ISO date); null when nobody knows
 */
export function stepOf(link: ChainLink, dayOf: (annotationId: string) => string | null): Step | null {
  const { id: linkId, from, to } = link;
  switch (link.relation) {
    case "qualifies":
    case "supersedes":
    case "disputes":
      return { earlier: to, later: from, linkId };
    case "contradicts":
    case "repeats": {
      const [a, b] = [dayOf(from), dayOf(to)];
      if (a === null || b === null || a === b) return null;
      return a < b ? { earlier: from, later: to, linkId } : { earlier: to, later: from, linkId };
    }
    default:
      return null;
  }
}

/**
 * The longest story that leads through a link: its steps in order, each beginning where the one before ended.
 * Of equally long ones, the one through the smallest ids, so that everybody sees the same. Empty for a link that
 * tells none. A circle is walked once.
 */
export function chainThrough(
  linkId: string,
  links: readonly ChainLink[],
  dayOf: (annotationId: string) => string | null,
): Step[] {
  const steps = links
    .map((link) => stepOf(link, dayOf))
    .filter((step) => step !== null)
    .sort((a, b) => (a.linkId < b.linkId ? -1 : 1));
  const own = steps.find((step) => step.linkId === linkId);
  if (!own) return [];
  const passed = new Set([own.earlier, own.later]);
  const back = longest(own.earlier, groupBy(steps, "later"), "earlier", passed, new Map());
  for (const step of back) passed.add(step.earlier);
  const on = longest(own.later, groupBy(steps, "earlier"), "later", passed, new Map());
  return [...back.toReversed(), own, ...on];
}

/** Longest walk from `at`. Memoised by passage: exact without circles, and still a walk with them. */
function longest(
  at: string,
  from: Map<string, Step[]>,
  towards: "earlier" | "later",
  passed: ReadonlySet<string>,
  known: Map<string, Step[]>,
): Step[] {
  const before = known.get(at);
  if (before) return before;
  let best: Step[] = [];
  for (const step of from.get(at) ?? []) {
    const next = step[towards];
    if (passed.has(next)) continue;
    const rest = longest(next, from, towards, new Set([...passed, next]), known);
    if (rest.some((later) => later[towards] === at)) continue;
    if (rest.length + 1 > best.length) best = [step, ...rest];
  }
  known.set(at, best);
  return best;
}

function groupBy(steps: readonly Step[], end: "earlier" | "later"): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) groups.set(step[end], [...(groups.get(step[end]) ?? []), step]);
  return groups;
}
