import { type CardToPlace, placeCards } from "./cardLayout";

/** A card of its own, or several folded into a count. `top` in CSS pixels from the margin's top. */
export type PlacedItem = { ids: readonly string[]; top: number };

export type CrowdOptions = {
  /** Between two items, CSS pixels. */
  gap: number;
  /** The selected card: never folded, and at its passage if there is any room for that. */
  pinnedId: string | null;
  /** Height of a folded stack. */
  stackHeight: number;
  /** The stack that holds this card shows its list, and is this high. */
  open: { id: string; height: number } | null;
  /**
   * How far an item may stand from its passage before its neighbours are folded; at least a stack and a gap. Beside
   * the selected card and an open stack their height is added: nothing can stand where they do.
   */
  mostDrift: number;
};

type Item = CardToPlace & { ids: string[] };

/** Passages within one cell of this height fold first; then two, four … cells. Cells lie on a fixed grid, so that
 * what is folded does not change with where the window on the cards begins. */
const CELL = 128;

/**
 * Lays out the margin: cards at their passages, pushed apart, and where more stand than fit near their passages,
 * folded into stacks, neighbours only, in the order given (that of the text). Nothing overlaps.
 */
export function placeCrowd(cards: readonly CardToPlace[], options: CrowdOptions): PlacedItem[] {
  const { gap, pinnedId, open } = options;
  const cells = cards.map(() => 0);
  const ceiling = 2 * Math.max(CELL, ...cards.map((card) => card.passageTop + 1));
  for (;;) {
    const items = folded(cards, cells, options);
    const heldOpen = items.find((item) => item.ids.length > 1 && open && item.ids.includes(open.id));
    const tops = placeCards(items, { gap, pinnedId: pinnedId ?? heldOpen?.id ?? null });
    const drift = driftAllowed(items, options);
    let isCrowded = false;
    for (const run of touchingRuns(items, tops, gap)) {
      const isAfar = run.some((item) => {
        const wanted = Math.max(0, item.passageTop);
        return item.id !== pinnedId && Math.abs((tops.get(item.id) ?? 0) - wanted) > drift;
      });
      const from = isAfar ? cards.findIndex((card) => card.id === run[0]?.id) : cards.length;
      const size = run.reduce((sum, item) => sum + item.ids.length, 0);
      const widest = Math.max(...cells.slice(from, from + size), 0);
      if (!isAfar || widest >= ceiling) continue;
      isCrowded = true;
      for (let i = from; i < from + size; i++) cells[i] = widest === 0 ? CELL : 2 * widest;
    }
    if (!isCrowded) return items.map(({ id, ids }) => ({ ids, top: tops.get(id) ?? 0 }));
  }
}

function driftAllowed(items: readonly Item[], { pinnedId, open, mostDrift, gap }: CrowdOptions): number {
  const pinned = items.find((item) => item.id === pinnedId);
  return mostDrift + (pinned ? pinned.height + gap : 0) + (open ? open.height + gap : 0);
}

/** Neighbours whose passages share a cell, as one; a pinned card stays by itself. */
function folded(cards: readonly CardToPlace[], cells: readonly number[], options: CrowdOptions): Item[] {
  const items: (Item & { cell: string })[] = [];
  cards.forEach((card, i) => {
    const size = cells[i] ?? 0;
    const isAlone = size === 0 || card.id === options.pinnedId;
    const cell = isAlone ? card.id : `${size}:${Math.floor(Math.max(0, card.passageTop) / size)}`;
    const last = items.at(-1);
    if (last && !isAlone && last.cell === cell) {
      last.ids.push(card.id);
      last.height = options.stackHeight;
    } else items.push({ ...card, cell, ids: [card.id] });
  });
  for (const item of items) {
    const { open } = options;
    if (open && item.ids.length > 1 && item.ids.includes(open.id)) item.height = open.height;
  }
  return items;
}

/** Items that stand against each other, nothing but the gap between them. */
function touchingRuns(items: readonly Item[], tops: ReadonlyMap<string, number>, gap: number): Item[][] {
  const runs: Item[][] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const top = tops.get(item.id) ?? 0;
    const last = runs.at(-1);
    if (last && top <= foot + gap + 0.5) last.push(item);
    else runs.push([item]);
    foot = top + item.height;
  }
  return runs;
}
