import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/** A block as it was when it was measured, and how far below its top things in it were. */
type Measured = {
  width: number;
  height: number;
  /** Tops of lines, by offset. */
  depths: Map<number, number>;
  /** Middles of ranges, by both ends. */
  middles: Map<string, number>;
};

/** Further than this many screens from the viewport, the place of the block is answer enough. */
const FAR = 2;

/** Heights in the viewport, in CSS pixels; null for what is not laid out. */
export type LineHeights = {
  /** Of the top of the line an offset is in. */
  topOf(surface: SurfaceText, offset: number): number | null;
  /** Of the middle of the box around a range. */
  middleOf(surface: SurfaceText, range: OffsetRange): number | null;
};

/**
 * Says at which height of the viewport something in the text is, and remembers where in its block it was: a block that
 * has kept its width and height has kept its lines. So while an article scrolls, blocks are asked for their boxes and
 * no text is.
 */
export function lineHeights(): LineHeights {
  const known = new WeakMap<HTMLElement, Measured>();
  /** The block of an offset; `measured` is null when it is far from the screen. */
  const blockOf = (surface: SurfaceText, offset: number) => {
    const element = surface.elementOf(surface.blockAt(offset));
    const { top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0) return null;
    const screen = element.ownerDocument.documentElement.clientHeight;
    if (bottom < -FAR * screen || top > (1 + FAR) * screen) return { top, height, measured: null };
    let measured = known.get(element);
    if (measured?.width !== width || measured.height !== height) {
      measured = { width, height, depths: new Map(), middles: new Map() };
      known.set(element, measured);
    }
    return { top, height, measured };
  };
  return {
    topOf(surface, offset) {
      const block = blockOf(surface, offset);
      if (!block?.measured) return block?.top ?? null;
      const { top, measured } = block;
      const depth = measured.depths.get(offset);
      if (depth !== undefined) return top + depth;
      const tops = surface.boxesOf(offset, offset + 1).map((box) => box.top);
      if (tops.length === 0) return top;
      const found = Math.min(...tops) - top;
      measured.depths.set(offset, found);
      return top + found;
    },
    middleOf(surface, { start, end }) {
      const block = blockOf(surface, start);
      if (!block?.measured) return block && block.top + block.height / 2;
      const { top, measured } = block;
      const key = `${start}:${end}`;
      const depth = measured.middles.get(key);
      if (depth !== undefined) return top + depth;
      const boxes = surface.boxesOf(start, end);
      if (boxes.length === 0) return top + block.height / 2;
      const upper = Math.min(...boxes.map((box) => box.top));
      const lower = Math.max(...boxes.map((box) => box.bottom));
      const middle = (upper + lower) / 2;
      // What reaches into another block moves with that one too.
      if (surface.blockAt(Math.max(start, end - 1)) === surface.blockAt(start)) {
        measured.middles.set(key, middle - top);
      }
      return middle;
    },
  };
}
