import type { SurfaceText } from "@/lib/editor/surfaceText";

/** A block as it was when its lines were measured, and how far below its top they were, by offset. */
type Measured = { width: number; height: number; depths: Map<number, number> };

/** Further than this many screens from the viewport, the top of the block is answer enough. */
const FAR = 2;

/**
 * Says at which height of the viewport the line of an offset is, in CSS pixels, and remembers where in its block it
 * was: a block that has kept its width and height has kept its lines. So while an article scrolls, blocks are asked
 * for their boxes and no text is.
 */
export function lineHeights(): { topOf(surface: SurfaceText, offset: number): number | null } {
  const known = new WeakMap<HTMLElement, Measured>();
  return {
    topOf(surface, offset) {
      const element = surface.elementOf(surface.blockAt(offset));
      const { top, bottom, width, height } = element.getBoundingClientRect();
      if (width === 0) return null;
      const screen = element.ownerDocument.documentElement.clientHeight;
      if (bottom < -FAR * screen || top > (1 + FAR) * screen) return top;
      let block = known.get(element);
      if (block?.width !== width || block.height !== height) {
        block = { width, height, depths: new Map() };
        known.set(element, block);
      }
      const depth = block.depths.get(offset);
      if (depth !== undefined) return top + depth;
      const tops = surface.boxesOf(offset, offset + 1).map((box) => box.top);
      if (tops.length === 0) return top;
      const found = Math.min(...tops) - top;
      block.depths.set(offset, found);
      return top + found;
    },
  };
}
