import { type ChainedEntry, entryHash } from "@/lib/journal/chain";
import type { NodeHash } from "@/lib/journal/tree/hashes";
import { headOfPeaks, withLeaf } from "@/lib/journal/tree/peaks";
import { hashOfLeaf, leafOf } from "./leaf";

/** A journal read up to entry `size`, as little as is needed to read on. */
export type Grown = { size: number; peaks: readonly NodeHash[]; entryHash: string };

export const nothingRead: Grown = { size: 0, peaks: [], entryHash: "" };

/** Why `entry` is not the next one of a journal read so far, as a sentence; null when it is. */
export function faultOfNext(grown: Grown, entry: ChainedEntry): string | null {
  if (entry.seq !== grown.size + 1) return `Entry ${grown.size + 1} is missing.`;
  if (entry.prev !== grown.entryHash) return `Entry ${entry.seq} does not follow the one before it.`;
  if (entryHash(entry) !== entry.hash) return `Entry ${entry.seq} does not have the hash it says.`;
  return null;
}

/** The journal read one entry further, whatever may be wrong with that. */
export function withEntry({ size, peaks }: Grown, entry: ChainedEntry): Grown {
  return { size: size + 1, peaks: withLeaf(peaks, size, hashOfLeaf(leafOf(entry))), entryHash: entry.hash };
}

/** The tree's head so far. */
export function headSoFar({ peaks }: Grown): NodeHash {
  return headOfPeaks(peaks);
}
