import { emptyHead, type NodeHash, nodeHash } from "./hashes";

/**
 * A tree by the heads of its complete subtrees, largest first: one for each bit of its size. All that is needed to add
 * leaves to it, however many it has (RFC 6962 2.1: each of them is the left part of a split).
 */
export type Peaks = readonly NodeHash[];

/** How many peaks a tree of `size` leaves has. */
export function peakCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The peaks of a tree of `size` leaves after one more. */
export function withLeaf(peaks: Peaks, size: number, leaf: NodeHash): NodeHash[] {
  const next = [...peaks];
  let head = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) head = nodeHash(next.pop() ?? "", head);
  return [...next, head];
}

/** The head of the tree with these peaks. */
export function headOfPeaks(peaks: Peaks): NodeHash {
  return (
    peaks.reduceRight(
      (right: NodeHash | null, left) => (right === null ? left : nodeHash(left, right)),
      null,
    ) ?? emptyHead
  );
}
