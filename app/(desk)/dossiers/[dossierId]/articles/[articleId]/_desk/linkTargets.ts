import type { Annotation } from "@/lib/annotations/schema";

/** A desk that a link can be dropped on. */
export type LinkTarget = {
  /** Whether an element is part of its text. */
  holds(element: Element): boolean;
  /** What a link would end at there, viewport pixels: the shortest highlight, the range in hand, the sentence. */
  endAt(x: number, y: number): Annotation | null;
  known(id: string): Annotation | null;
  show(annotation: Annotation | null): void;
  relate(from: Annotation, to: Annotation): void;
};

const targets = new Set<LinkTarget>();

/** Offers a desk for links to be dropped on, until the returned function is called. */
export function offerTarget(target: LinkTarget): () => void {
  targets.add(target);
  return () => targets.delete(target);
}

/** The end at a place of the screen and the desk it is on; also a card is one. */
export function endUnder(x: number, y: number): { target: LinkTarget; end: Annotation } | null {
  const element = document.elementFromPoint(x, y);
  if (!element) return null;
  const cardId = element.closest<HTMLElement>("[data-annotation]")?.dataset.annotation;
  for (const target of targets) {
    const end = cardId ? target.known(cardId) : target.holds(element) ? target.endAt(x, y) : null;
    if (end) return { target, end };
  }
  return null;
}
