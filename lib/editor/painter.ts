import type { Brush } from "@/lib/editor/brush";
import { highlightBrush } from "@/lib/editor/highlightBrush";
import type { IntervalIndex, OffsetRange } from "@/lib/editor/intervalIndex";
import {
  type ArticleMark,
  type Emphasis,
  type PersonRange,
  personStyle,
  type StyledRange,
  styledRanges,
} from "@/lib/editor/marks";
import { overlayBrush } from "@/lib/editor/overlayBrush";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { textBetween } from "@/lib/editor/visibleText";

/** Paints one surface, and only what is near the screen. */
export type Painter = {
  /** Paints these marks and no others; the index says which of them are near the screen. */
  paint(marks: IntervalIndex<ArticleMark>): void;
  /** Shows where a search found something; null when nothing is searched for. */
  showFound(found: IntervalIndex<OffsetRange> | null): void;
  /** Shows what other people have selected. */
  showPeople(selections: readonly PersonRange[]): void;
  /** Shows a passing emphasis on a range, or takes it away. */
  emphasise(emphasis: Emphasis, range: OffsetRange | null): void;
  destroy(): void;
};

/** How a surface is painted: `overlay` is for browsers without the CSS Custom Highlight API. */
export type PaintMethod = "highlights" | "overlay";

/** Screens painted beyond the viewport on either side. */
const MARGIN = 1;
/** When less than this many screens beyond the viewport are painted, the painted stretch moves. */
const LEAST_MARGIN = 0.5;

/**
 * Makes the painter of a surface. It paints the viewport and one screen on either side, and follows scrolling
 * (of the page or of any box around the text) and layout; the cost is that of the screen, not of the article.
 *
 * @param layer the surface's `stet-layer` element, used by `overlay` only
 */
export function createPainter(surface: SurfaceText, layer: HTMLElement, method: PaintMethod): Painter {
  const brush: Brush = method === "highlights" ? highlightBrush(surface) : overlayBrush(surface, layer);
  const page = surface.root.ownerDocument;
  const emphases = new Map<Emphasis, OffsetRange>();
  let marks: IntervalIndex<ArticleMark> | null = null;
  let found: IntervalIndex<OffsetRange> | null = null;
  let people: readonly PersonRange[] = [];
  let painted: OffsetRange | null = null;
  let drawn = new Map<string, StyledRange>();
  let frame = 0;

  const redraw = () => {
    const near = painted;
    const wanted = near
      ? [
          ...styledRanges(marks?.overlapping(near.start, near.end) ?? []),
          ...(found?.overlapping(near.start, near.end) ?? []).map(foundRange),
          ...people.map(({ colour, start, end }) => ({ style: personStyle(colour), key: "", start, end })),
          ...[...emphases].map(([style, range]) => ({ style, key: style, ...range })),
        ].map((range) => clipped(range, near))
      : [];
    const next = new Map<string, StyledRange>();
    const added: StyledRange[] = [];
    for (const range of wanted) {
      if (range.start >= range.end || next.has(range.key)) continue;
      const known = drawn.get(range.key);
      if (!known) added.push(range);
      next.set(range.key, known ?? range);
    }
    const removed = [...drawn.values()].filter((range) => next.get(range.key) !== range);
    drawn = next;
    if (added.length + removed.length > 0) brush.draw(added, removed);
  };

  const near = (screens: number): OffsetRange | null => {
    // Hidden (another tab of the page, say): nothing has a place, so nothing is near.
    if (surface.root.getClientRects().length === 0) return null;
    const height = page.documentElement.clientHeight;
    return textBetween(surface, -screens * height, (1 + screens) * height);
  };

  const follow = () => {
    frame = 0;
    const least = near(LEAST_MARGIN);
    if (!least || (painted && painted.start <= least.start && painted.end >= least.end)) return;
    painted = near(MARGIN);
    redraw();
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(follow);
  };
  const laidOut = new ResizeObserver(() => {
    brush.relaid();
    schedule();
  });

  // Scroll events do not bubble, but are seen on their way down: one listener serves every box around the text.
  page.addEventListener("scroll", schedule, { capture: true, passive: true });
  page.defaultView?.addEventListener("resize", schedule);
  laidOut.observe(surface.root);

  return {
    paint(next) {
      marks = next;
      painted ??= near(MARGIN);
      redraw();
    },
    showFound(next) {
      found = next;
      painted ??= near(MARGIN);
      redraw();
    },
    showPeople(next) {
      people = next;
      painted ??= near(MARGIN);
      redraw();
    },
    emphasise(emphasis, range) {
      if (range) emphases.set(emphasis, range);
      else emphases.delete(emphasis);
      painted ??= near(MARGIN);
      redraw();
    },
    destroy() {
      cancelAnimationFrame(frame);
      laidOut.disconnect();
      page.removeEventListener("scroll", schedule, { capture: true });
      page.defaultView?.removeEventListener("resize", schedule);
      brush.destroy();
    },
  };
}

function foundRange({ start, end }: OffsetRange): StyledRange {
  return { style: "found", key: "found", start, end };
}

function clipped(range: StyledRange, to: OffsetRange): StyledRange {
  const start = Math.max(range.start, to.start);
  const end = Math.min(range.end, to.end);
  return { style: range.style, start, end, key: `${range.style}:${start}:${end}` };
}
