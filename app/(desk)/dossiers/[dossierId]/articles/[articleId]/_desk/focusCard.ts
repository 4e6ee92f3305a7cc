/** Of two desks side by side, the one that keys go to: both may show the same annotation. */
function place(): ParentNode {
  return document.querySelector("[data-pane][data-active]") ?? document;
}

const cardOf = (id: string) => `article[data-annotation="${CSS.escape(id)}"]`;

/** As many frames as a card may need to be placed after its annotation was selected. */
const MOST_FRAMES = 30;

/** Puts the focus on the head of an annotation's card as soon as the card is there. */
export function focusCard(id: string, frames = MOST_FRAMES): void {
  const head = place().querySelector<HTMLElement>(`${cardOf(id)} button`);
  if (head) head.focus();
  else if (frames > 0) requestAnimationFrame(() => focusCard(id, frames - 1));
}

/** Whether the focus is in the card of an annotation. */
export function isInCard(id: string): boolean {
  return document.activeElement?.closest(cardOf(id)) != null;
}

/** Focuses a field of the selected card, or presses a button of it: `selector` names the mark it carries. */
export function inSelectedCard(id: string, selector: string): HTMLElement | null {
  return place().querySelector<HTMLElement>(`${cardOf(id)} ${selector}`);
}
