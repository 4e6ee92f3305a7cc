import type { TextRange } from "./wordRange";

/** Index of the sentence that holds `offset` or is the last to start before it; -1 before the first. O(log n). */
export function sentenceAt(sentences: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sentence after (or before) the one the reader is in; null at the end. `here` null: from the very start. */
export function sentenceBeside(
  sentences: readonly TextRange[],
  here: number | null,
  step: 1 | -1,
): TextRange | null {
  if (here === null) return (step === 1 ? sentences[0] : sentences.at(-1)) ?? null;
  return sentences[sentenceAt(sentences, here) + step] ?? null;
}

/** The first thing that starts behind `here` (or before it), of a list in order of start; null when none does. */
export function besideInOrder<T extends TextRange & { id: string }>(
  items: readonly T[],
  here: { id: string | null; offset: number | null },
  step: 1 | -1,
): T | null {
  const index = here.id === null ? -1 : items.findIndex((item) => item.id === here.id);
  if (index >= 0) return items[index + step] ?? null;
  const { offset } = here;
  if (offset === null) return (step === 1 ? items[0] : items.at(-1)) ?? null;
  return (
    (step === 1
      ? items.find((item) => item.start >= offset)
      : items.findLast((item) => item.start < offset)) ?? null
  );
}

/** The next open sentence behind `here`, else the first open one of the article; null when none is open. */
export function nextOpen<T extends TextRange & { state: string }>(
  sentences: readonly T[],
  here: number | null,
): T | null {
  const isOpen = (one: T) => one.state === "open";
  return sentences.find((one) => isOpen(one) && one.start > (here ?? -1)) ?? sentences.find(isOpen) ?? null;
}

/** The open sentence before `here`, else the last open one of the article; null when none is open. */
export function previousOpen<T extends TextRange & { state: string }>(
  sentences: readonly T[],
  here: number | null,
): T | null {
  const isOpen = (one: T) => one.state === "open";
  const before = sentences.findLast((one) => isOpen(one) && one.end <= (here ?? 0));
  return before ?? sentences.findLast(isOpen) ?? null;
}

/** The first sentence of the paragraph after (or before) the one `here` is in, empty ones left out; null at the end. */
export function paragraphBeside(
  sentences: readonly TextRange[],
  blocks: readonly TextRange[],
  here: number | null,
  step: 1 | -1,
): TextRange | null {
  const start = here === null ? (step === 1 ? -1 : blocks.length) : sentenceAt(blocks, here);
  for (let index = start + step; blocks[index]; index += step) {
    const block = blocks[index];
    if (!block) break;
    const first = sentences.find((one) => one.start >= block.start && one.start < block.end);
    if (first) return first;
  }
  return null;
}
