import type { IntervalIndex, OffsetRange } from "@/lib/editor/intervalIndex";
import { lineHeights } from "@/lib/editor/lineHeights";
import type { ArticleMark } from "@/lib/editor/marks";
import type { Painter } from "@/lib/editor/painter";
import { characterAt, gapAt, seenGapAt } from "@/lib/editor/pointer";
import { type Edge, type EdgePlace, edgePlace } from "@/lib/editor/rangeEdge";
import { scrollParent, viewOf } from "@/lib/editor/scrollParent";
import { selectOffsets } from "@/lib/editor/selection";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { charactersBetween } from "@/lib/editor/visibleText";

/** What a page may ask of a surface. Offsets are UTF-16 in the canonical text; distances CSS pixels. */
export type ArticleSurfaceHandle = {
  /** The box around a range, measured from the surface's top left corner; null before it is shown. */
  rectOf(range: OffsetRange): DOMRect | null;
  /**
   * Height of the line an offset is in, measured from the surface's top; null before it is shown. Far from the screen
   * it is the height of the block: nothing there is laid out for an answer that nobody sees.
   */
  topOf(offset: number): number | null;
  /** Height of the middle of a range, measured likewise and with the same licence far from the screen. */
  middleOf(range: OffsetRange): number | null;
  /** Brings a range to the middle of what scrolls around it (the page, or a pane). */
  scrollTo(range: OffsetRange): void;
  /** Draws the eye to a range for a moment. */
  flash(range: OffsetRange): void;
  /** Shows which passage something beside the text is about, until told otherwise. */
  hover(range: OffsetRange | null): void;
  /** Ids of the marks drawn at a place on the screen, viewport pixels. */
  marksAt(x: number, y: number): string[];
  /** Offset of the character at a place on the screen, viewport pixels; null where there is none. */
  characterAt(x: number, y: number): number | null;
  /** What of the text shows in the viewport, or in the pane that scrolls around it; null before it is shown, or when none does. */
  visible(): OffsetRange | null;
  /** Puts the keyboard's focus on the article, without scrolling. */
  focus(): void;
  /** Makes a range the browser's selection. */
  select(range: OffsetRange): void;
  /** Where an end of a range is drawn, measured from the surface's top left corner; null before it is shown. */
  edgeOf(range: OffsetRange, edge: Edge): EdgePlace | null;
  /** The gap between characters nearest to a place of the viewport, for that end of a range. */
  gapAt(x: number, y: number, edge: Edge): number | null;
  /** Paints a range as about to be tagged instead of the `pending` one, without rendering; null: that one again. */
  preview(range: OffsetRange | null): void;
};

/** A surface as it is now; replaced when Tiptap takes over from the server's text. */
export type LiveSurface = { surface: SurfaceText; painter: Painter };

/** What the handle reads of the page's last render. */
export type Shown = { text: string; pending: OffsetRange | null };

const FLASH_MS = 1_200;

/** The handle of a surface that may not be there yet, or may be exchanged. */
export function surfaceHandle(
  frame: () => HTMLElement | null,
  live: () => LiveSurface | null,
  marks: () => IntervalIndex<ArticleMark>,
  shown: () => Shown,
): ArticleSurfaceHandle {
  const rectOf = (range: OffsetRange): DOMRect | null => {
    const box = frame();
    const now = live();
    const around = box && now && union(now.surface.boxesOf(range.start, range.end));
    if (!around) return null;
    const origin = box.getBoundingClientRect();
    return new DOMRect(around.x - origin.x, around.y - origin.y, around.width, around.height);
  };
  const lines = lineHeights();
  let flashing: ReturnType<typeof setTimeout> | undefined;
  return {
    rectOf,
    topOf(offset) {
      const now = live();
      const origin = frame()?.getBoundingClientRect();
      const top = now && lines.topOf(now.surface, offset);
      return origin && top !== null ? top - origin.top : null;
    },
    middleOf(range) {
      const now = live();
      const origin = frame()?.getBoundingClientRect();
      const middle = now && lines.middleOf(now.surface, range);
      return origin && middle !== null ? middle - origin.top : null;
    },
    scrollTo(range) {
      const now = live();
      const around = now && union(now.surface.boxesOf(range.start, range.end));
      if (!around) return;
      const pane = scrollParent(now.surface.root);
      const view = viewOf(pane);
      // A range taller than the view starts at its top rather than being cut at both ends.
      const margin = Math.max(view.height * 0.1, (view.height - around.height) / 2);
      pane.scrollBy({ top: around.top - view.top - margin, behavior: "instant" });
    },
    flash(range) {
      live()?.painter.emphasise("flash", range);
      clearTimeout(flashing);
      flashing = setTimeout(() => live()?.painter.emphasise("flash", null), FLASH_MS);
    },
    hover(range) {
      live()?.painter.emphasise("hover", range);
    },
    marksAt(x, y) {
      const now = live();
      const offset = now ? characterAt(now.surface, x, y) : null;
      return offset === null
        ? []
        : marks()
            .at(offset)
            .map((mark) => mark.id);
    },
    characterAt(x, y) {
      const now = live();
      return now && characterAt(now.surface, x, y);
    },
    visible() {
      const now = live();
      if (!now) return null;
      const view = viewOf(scrollParent(now.surface.root));
      return charactersBetween(now.surface, view.top, view.bottom);
    },
    focus: () => frame()?.focus({ preventScroll: true }),
    select(range) {
      const now = live();
      if (now) selectOffsets(now.surface, range);
    },
    edgeOf(range, edge) {
      const now = live();
      const origin = frame()?.getBoundingClientRect();
      const place = now && edgePlace(now.surface, shown().text, range, edge);
      if (!place || !origin) return null;
      return {
        ...place,
        x: place.x - origin.x,
        top: place.top - origin.y,
        bottom: place.bottom - origin.y,
      };
    },
    gapAt(x, y, edge) {
      const now = live();
      return now && (seenGapAt(now.surface, shown().text, x, y) ?? gapAt(now.surface, x, y, edge));
    },
    preview(range) {
      live()?.painter.emphasise("pending", range ?? shown().pending);
    },
  };
}

function union(boxes: readonly DOMRect[]): DOMRect | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
