import { sentenceAt } from "./sentenceCursor";
import type { TextRange } from "./wordRange";

/** The sentences that lie whole inside a range; `sentences` in order. O(log n + those). */
export function sentencesInside<T extends TextRange>(sentences: readonly T[], range: TextRange): T[] {
  const found: T[] = [];
  for (let i = Math.max(0, sentenceAt(sentences, range.start)); ; i++) {
    const sentence = sentences[i];
    if (!sentence || sentence.start >= range.end) return found;
    if (sentence.start >= range.start && sentence.end <= range.end) found.push(sentence);
  }
}

/** From the sentence at `offset` to the end of its paragraph: paragraphs are what one newline parts. */
export function restOfParagraph(text: string, sentences: readonly TextRange[], offset: number): TextRange {
  const start = sentences[sentenceAt(sentences, offset)]?.start ?? offset;
  const newline = text.indexOf("\n", offset);
  return { start, end: newline < 0 ? text.length : newline };
}
