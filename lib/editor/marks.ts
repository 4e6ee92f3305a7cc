import type { OffsetRange } from "@/lib/editor/intervalIndex";

/** The kinds of annotation, as `domain.md` names them. */
export type MarkKind = "claim" | "figure" | "official_statement";

/** What the surface needs to know of an annotation to paint it. UTF-16 offsets in the canonical text. */
export type ArticleMark = OffsetRange & {
  id: string;
  kind: MarkKind;
  /** Part of a contradiction: adds the red wavy line. */
  flagged?: boolean;
};

/** Passing states of the reader's own attention, painted over the kinds. */
export type Emphasis = "hover" | "selected" | "pending" | "flash";

/**
 * The styles a stretch of text can carry, lowest first. Each has its `::highlight(stet-…)` rule and its `.stet-box`
 * rule in highlights.css; the place here is its priority, so a wavy line is never hidden by a wash.
 */
export const STYLES = [
  "claim",
  "figure",
  "official_statement",
  "claim-deep",
  "figure-deep",
  "official_statement-deep",
  "found",
  "person-0",
  "person-1",
  "person-2",
  "person-3",
  "person-4",
  "person-5",
  "person-6",
  "person-7",
  "contradiction",
  "hover",
  "selected",
  "pending",
  "flash",
] as const;
export type StyleName = (typeof STYLES)[number];

/** What somebody else has selected; `colour` is that of a person, 0 to 7. */
export type PersonRange = OffsetRange & { colour: number };

/** A stretch of text in one style; `key` is the same as long as it paints the same. */
export type StyledRange = OffsetRange & { key: string; style: StyleName };

/**
 * What to paint for some marks: each in the style of its kind, the wavy line of a contradiction, and a deeper wash
 * where marks of one kind lie over each other, which a single wash could not show.
 */
export function styledRanges(marks: readonly ArticleMark[]): StyledRange[] {
  const painted: StyledRange[] = [];
  const add = (style: StyleName, { start, end }: OffsetRange) =>
    painted.push({ key: `${style}:${start}:${end}`, style, start, end });
  const ofKind = new Map<MarkKind, ArticleMark[]>();
  for (const mark of marks) {
    add(mark.kind, mark);
    if (mark.flagged) add("contradiction", mark);
    const same = ofKind.get(mark.kind);
    if (same) same.push(mark);
    else ofKind.set(mark.kind, [mark]);
  }
  for (const [kind, same] of ofKind) for (const range of overlaps(same)) add(`${kind}-deep`, range);
  return painted;
}

/** What to paint for what others have selected; a colour that there is not is the first. */
export function personStyle(colour: number): StyleName {
  return STYLES.find((style) => style === `person-${colour}`) ?? "person-0";
}

/** The stretches that two or more of the ranges cover, merged, in order. O(n log n). */
export function overlaps(ranges: readonly OffsetRange[]): OffsetRange[] {
  const found: OffsetRange[] = [];
  let furthest = Number.NEGATIVE_INFINITY;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const shared = Math.min(end, furthest);
    if (start < shared) {
      const last = found.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, shared);
      else found.push({ start, end: shared });
    }
    furthest = Math.max(furthest, end);
  }
  return found;
}
