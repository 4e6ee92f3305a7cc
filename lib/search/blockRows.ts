import { searchBlocks } from "./find";
import { fold } from "./fold";
import { lookedUpWords } from "./words";

/** What is stored of each block of a text, column by column; `words` with one space between. */
export type BlockRows = { starts: number[]; ends: number[]; words: string[] };

/** The rows by which a canonical text is found. */
export function blockRows(text: string): BlockRows {
  const blocks = searchBlocks(text);
  return {
    starts: blocks.map(({ start }) => start),
    ends: blocks.map(({ end }) => end),
    words: blocks.map(({ start, end }) => lookedUpWords(fold(text.slice(start, end)).text).join(" ")),
  };
}
