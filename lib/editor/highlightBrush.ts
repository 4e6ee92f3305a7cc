import type { Brush } from "@/lib/editor/brush";
import { STYLES, type StyledRange, type StyleName } from "@/lib/editor/marks";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/** Whether this browser has the CSS Custom Highlight API. */
export function hasHighlights(): boolean {
  return typeof Highlight === "function" && typeof CSS !== "undefined" && "highlights" in CSS;
}

/**
 * Draws with the CSS Custom Highlight API: no elements, no layout.
 *
 * The registry is the page's, one Highlight for each style. Several surfaces share them, and each adds and takes
 * away its own ranges only.
 */
export function highlightBrush(surface: SurfaceText): Brush {
  const drawn = new Map<StyledRange, AbstractRange>();
  const take = (styled: StyledRange) => {
    const range = drawn.get(styled);
    if (range) sharedHighlight(styled.style).delete(range);
    drawn.delete(styled);
  };
  return {
    draw(added, removed) {
      for (const styled of removed) take(styled);
      for (const styled of added) {
        const range = staticRange(surface, styled);
        drawn.set(styled, range);
        sharedHighlight(styled.style).add(range);
      }
    },
    relaid() {},
    destroy() {
      for (const styled of [...drawn.keys()]) take(styled);
    },
  };
}

/** The article never changes, so the browser need not keep the range up to date as it must a live one. */
function staticRange(surface: SurfaceText, { start, end }: StyledRange): StaticRange {
  const from = surface.pointAt(start, "start");
  const to = surface.pointAt(end, "end");
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

function sharedHighlight(style: StyleName): Highlight {
  const name = `stet-${style}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = STYLES.indexOf(style);
  CSS.highlights.set(name, highlight);
  return highlight;
}
