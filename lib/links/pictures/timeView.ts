/** The part of time that is shown, ms. */
export type TimeView = readonly [number, number];

/** Closer than this and days could not be told from hours. */
const LEAST_SPAN = 4 * 86_400_000;

/** Moved and widened so that it lies inside `span` and is no shorter than four days. */
export function clampedView([from, to]: TimeView, span: TimeView): TimeView {
  const whole = span[1] - span[0];
  const length = Math.min(whole, Math.max(Math.min(LEAST_SPAN, whole), to - from));
  const middle = (from + to) / 2;
  const start = Math.min(span[1] - length, Math.max(span[0], middle - length / 2));
  return [start, start + length];
}

/** Zoomed `by` (2: twice as close) around a time that stays where it is. */
export function zoomedView(view: TimeView, by: number, around: number, span: TimeView): TimeView {
  const length = (view[1] - view[0]) / by;
  const least = Math.min(LEAST_SPAN, span[1] - span[0]);
  const used = Math.min(span[1] - span[0], Math.max(least, length));
  const share = (around - view[0]) / (view[1] - view[0]);
  const from = around - share * used;
  return clampedView([from, from + used], span);
}

/** Moved by a share of what is shown: 1 is one whole width later. */
export function pannedView(view: TimeView, share: number, span: TimeView): TimeView {
  const by = (view[1] - view[0]) * share;
  return clampedView([view[0] + by, view[1] + by], span);
}
