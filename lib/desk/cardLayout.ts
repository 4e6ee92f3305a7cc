/** A card to place: where its passage is and how high the card is, in CSS pixels from the margin's top. */
export type CardToPlace = { id: string; passageTop: number; height: number };

/**
 * Tops for the cards of a margin: each at the height of its passage where there is room, pushed apart where there is
 * not, never overlapping, in the order given (that of the text). The pinned card stays exactly at its passage;
 * those before it move up instead, as far as the top allows.
 */
export function placeCards(
  cards: readonly CardToPlace[],
  { gap, pinnedId }: { gap: number; pinnedId: string | null },
): Map<string, number> {
  const tops = cards.map((card) => Math.max(0, card.passageTop));
  const pinned = cards.findIndex((card) => card.id === pinnedId);
  pushDown(cards, tops, 0, pinned < 0 ? cards.length : pinned, gap);
  if (pinned >= 0) {
    for (let i = pinned - 1; i >= 0; i--) {
      const highest = (tops[i + 1] ?? 0) - gap - (cards[i]?.height ?? 0);
      tops[i] = Math.min(tops[i] ?? 0, highest);
    }
    // Too many before it for the room above: then the pinned card gives way, as the only way not to overlap.
    if ((tops[0] ?? 0) < 0) tops[0] = 0;
    pushDown(cards, tops, 0, cards.length, gap);
  }
  return new Map(cards.map((card, i) => [card.id, tops[i] ?? 0]));
}

function pushDown(
  cards: readonly CardToPlace[],
  tops: number[],
  from: number,
  to: number,
  gap: number,
): void {
  for (let i = from + 1; i < to; i++) {
    const lowest = (tops[i - 1] ?? 0) + (cards[i - 1]?.height ?? 0) + gap;
    tops[i] = Math.max(tops[i] ?? 0, lowest);
  }
}
