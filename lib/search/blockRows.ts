import { searchBlocks } from "./find";
import { fold } from "./fold";
import { indexed, lookedUpWords } from "./words";

/** What is stored of each block of a text, column by column; `folded` is its words, each once, as {@link indexed} writes them. */
export type BlockRows = { starts: number[]; ends: number[]; folded: string[] };

/**
 * The rows by which a canonical text is found. Only words are stored: Postgres' own reading of punctuation (paths,
 * addresses, decimals) then has nothing to misread, and a long block stays within what an index entry may hold.
 */
export function blockRows(text: string): BlockRows {
  const blocks = searchBlocks(text);
  return {
    starts: blocks.map(({ start }) => start),
    ends: blocks.map(({ end }) => end),
    folded: blocks.map(({ start, end }) => wordsOf(text.slice(start, end))),
  };
}

function wordsOf(block: string): string {
  return lookedUpWords(fold(block).text).map(indexed).join(" ");
}
