import { emptyHead, type NodeHash, nodeHash } from "./hashes";

/**
 * A Merkle tree over the entries of a log, after RFC 6962 section 2.1 (https://www.rfc-editor.org/rfc/rfc6962#section-2.1):
 * the head of a tree of n leaves joins the tree of the first k with the tree of the rest, k being the largest power of
 * two below n. Whoever kept an older head can be shown that a newer tree only adds to it.
 */
export type Tree = {
  /** How many leaves. */
  readonly size: number;
  /** The head of the first `size` leaves; of all unless said otherwise. @throws RangeError */
  head(size?: number): NodeHash;
  /** What shows that leaf `index` is among the first `size`, lowest first (2.1.1). @throws RangeError */
  inclusion(index: number, size?: number): NodeHash[];
  /** What shows that the first `size` leaves begin with the first `from` (2.1.2). @throws RangeError */
  consistency(from: number, size?: number): NodeHash[];
};

/** Hashes every complete subtree once, so that heads and proofs of any size cost a logarithm. */
export function treeOf(leaves: readonly NodeHash[]): Tree {
  const levels = completeLevels(leaves);

  /** The head of the leaves from `start` on, `count` of them; `start` is a multiple of the power of two not below `count`. */
  function subtree(start: number, count: number): NodeHash {
    const level = Math.log2(count);
    if (Number.isInteger(level)) return levels[level]?.[start / count] ?? "";
    const left = largestPowerBelow(count);
    return nodeHash(subtree(start, left), subtree(start + left, count - left));
  }

  function path(index: number, start: number, count: number): NodeHash[] {
    if (count === 1) return [];
    const left = largestPowerBelow(count);
    return index < left
      ? [...path(index, start, left), subtree(start + left, count - left)]
      : [...path(index - left, start + left, count - left), subtree(start, left)];
  }

  function proof(from: number, start: number, count: number, isWhole: boolean): NodeHash[] {
    if (from === count) return isWhole ? [] : [subtree(start, count)];
    const left = largestPowerBelow(count);
    return from <= left
      ? [...proof(from, start, left, isWhole), subtree(start + left, count - left)]
      : [...proof(from - left, start + left, count - left, false), subtree(start, left)];
  }

  const within = (size: number, least: number) => {
    if (!Number.isInteger(size) || size < least || size > leaves.length) {
      throw new RangeError(`There is no such tree among ${leaves.length} leaves.`);
    }
  };

  return {
    size: leaves.length,
    head(size = leaves.length) {
      within(size, 0);
      return size === 0 ? emptyHead : subtree(0, size);
    },
    inclusion(index, size = leaves.length) {
      within(size, 1);
      if (!Number.isInteger(index) || index < 0 || index >= size)
        throw new RangeError("There is no such leaf.");
      return path(index, 0, size);
    },
    consistency(from, size = leaves.length) {
      within(size, 0);
      if (!Number.isInteger(from) || from < 0 || from > size)
        throw new RangeError("There is no such older tree.");
      return from === 0 ? [] : proof(from, 0, size, true);
    },
  };
}

/** Level n holds the heads of every complete subtree of 2^n leaves. */
function completeLevels(leaves: readonly NodeHash[]): NodeHash[][] {
  const levels: NodeHash[][] = [[...leaves]];
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const level: NodeHash[] = [];
    for (let index = 0; index + 1 < below.length; index += 2) {
      level.push(nodeHash(below[index] ?? "", below[index + 1] ?? ""));
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
