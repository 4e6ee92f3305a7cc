import { wordSegmenter } from "@/lib/desk/wordSegmenter";

/** A stretch of two texts: in both, only in the later one, or only in the earlier one. */
export type Stretch = { is: "same" | "added" | "removed"; text: string };

/** Cells of the table that compares words: beyond it (8 MB) what lies between the first and the last change is one change. */
const MOST_CELLS = 4_000_000;

/**
 * How one text became another, word by word (a longest common subsequence of Unicode words, by `Intl.Segmenter`).
 * Stretches that are the same or removed, joined, are `before`; the same or added, `after`. Of a change the removed
 * words come first, and words that are changed one after the other are one change: "a dog" → "the cats" is not four.
 *
 * @param language BCP 47 tag of the texts
 */
export function wordDifference(before: string, after: string, language = "und"): Stretch[] {
  if (before === after) return before === "" ? [] : [{ is: "same", text: before }];
  const [a, b] = [wordsOf(before, language), wordsOf(after, language)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = compared(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const same = (words: string[]): Stretch => ({ is: "same", text: words.join("") });
  return readable([same(a.slice(0, head)), ...middle, same(a.slice(a.length - tail))]);
}

function wordsOf(text: string, language: string): string[] {
  return Array.from(wordSegmenter(language).segment(text), ({ segment }) => segment);
}

function compared(a: readonly string[], b: readonly string[]): Stretch[] {
  if (a.length * b.length > MOST_CELLS) {
    return [
      { is: "removed", text: a.join("") },
      { is: "added", text: b.join("") },
    ];
  }
  const width = b.length + 1;
  // How many words the ends of both, from i and j on, have in common in order.
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      found.push({ is: "same", text: was });
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ is: "removed", text: was });
      i++;
    } else {
      found.push({ is: "added", text: is ?? "" });
      j++;
    }
  }
  return found;
}

/** Joins neighbours, and changes with nothing but white space or a mark between them. */
function readable(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  let [removed, added, between] = ["", "", ""];
  const close = () => {
    if (removed) whole.push({ is: "removed", text: removed });
    if (added) whole.push({ is: "added", text: added });
    if (between) whole.push({ is: "same", text: between });
    [removed, added, between] = ["", "", ""];
  };
  for (const { is, text } of stretches) {
    if (text === "") continue;
    if (is === "same") {
      between += text;
      continue;
    }
    const isChanging = removed !== "" || added !== "";
    if (isChanging && between !== "" && /^[\s\p{P}]{1,2}$/u.test(between)) {
      removed += between;
      added += between;
      between = "";
    } else if (between !== "") close();
    if (is === "removed") removed += text;
    else added += text;
  }
  close();
  return whole;
}
