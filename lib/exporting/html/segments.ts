/** A stretch of a text and everything that covers it; UTF-16 offsets, end-exclusive. */
export type Segment<T> = { start: number; end: number; covering: T[] };

/**
 * Splits `start`…`end` wherever a range begins or ends, so that nested and crossing ranges become stretches that
 * elements can hold. The segments join without gap or overlap; `covering` keeps the order of `ranges`.
 */
export function segments<T extends { start: number; end: number }>(
  start: number,
  end: number,
  ranges: readonly T[],
): Segment<T>[] {
  const inside = ranges.filter((range) => range.start < end && range.end > start);
  const edges = new Set([start, end]);
  for (const range of inside) {
    edges.add(Math.max(start, range.start));
    edges.add(Math.min(end, range.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? end;
    return { start: from, end: to, covering: inside.filter((r) => r.start <= from && r.end >= to) };
  });
}
