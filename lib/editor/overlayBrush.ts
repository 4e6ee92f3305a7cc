import type { Brush } from "@/lib/editor/brush";
import type { StyledRange } from "@/lib/editor/marks";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/**
 * Draws where the browser has no CSS Custom Highlight API: boxes over the lines of text, in a layer that takes no
 * part in layout or pointing and has no meaning of its own.
 *
 * @param layer an empty element with the class `stet-layer`, over the text
 */
export function overlayBrush(surface: SurfaceText, layer: HTMLElement): Brush {
  const drawn = new Map<StyledRange, HTMLElement[]>();
  const put = (list: readonly StyledRange[]) => {
    // All is measured before anything is written: a write between would make each measurement a layout.
    const origin = layer.getBoundingClientRect();
    const measured = list.map((styled) => ({ styled, boxes: surface.boxesOf(styled.start, styled.end) }));
    const fragment = layer.ownerDocument.createDocumentFragment();
    for (const { styled, boxes } of measured) {
      const elements = boxes.map((box) => boxElement(layer.ownerDocument, styled, box, origin));
      fragment.append(...elements);
      drawn.set(styled, elements);
    }
    layer.append(fragment);
  };
  const take = (list: Iterable<StyledRange>) => {
    for (const styled of list) {
      for (const element of drawn.get(styled) ?? []) element.remove();
      drawn.delete(styled);
    }
  };
  return {
    draw(added, removed) {
      take(removed);
      put(added);
    },
    relaid() {
      const all = [...drawn.keys()];
      take(all);
      put(all);
    },
    destroy() {
      take([...drawn.keys()]);
    },
  };
}

function boxElement(page: Document, styled: StyledRange, box: DOMRect, origin: DOMRect): HTMLElement {
  const element = page.createElement("span");
  element.className = "stet-box";
  element.dataset.style = styled.style;
  // Viewport coordinates on both sides, so physical ones are right in either direction of text.
  element.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
  return element;
}
