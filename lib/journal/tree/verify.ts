import { emptyHead, type NodeHash, nodeHash } from "./hashes";

/** A tree by its size and head, as a checkpoint keeps it. */
export type TreeHead = { size: number; head: NodeHash };

/**
 * Whether `path` shows that `leaf` is number `index` (from 0) of the tree, by RFC 9162 section 2.1.3.2. Never throws: a
 * path that is too long, too short or of something else is simply no proof.
 */
export function isIncluded(
  leaf: NodeHash,
  index: number,
  tree: TreeHead,
  path: readonly NodeHash[],
): boolean {
  if (!isSize(index) || !isSize(tree.size) || index >= tree.size || !path.every(isHash) || !isHash(leaf))
    return false;
  let at = index;
  let last = tree.size - 1;
  let head = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      head = nodeHash(sibling, head);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      head = nodeHash(head, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && head === tree.head;
}

/** Whether `proof` shows that the newer tree begins with all of the older one, by RFC 9162 section 2.1.4.2. Never throws. */
export function isConsistent(older: TreeHead, newer: TreeHead, proof: readonly NodeHash[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size || !proof.every(isHash))
    return false;
  if (older.size === 0) return proof.length === 0 && older.head === emptyHead;
  if (older.size === newer.size) return proof.length === 0 && older.head === newer.head;
  // A complete older tree is a node of the newer one: the proof does not repeat what the verifier has.
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.head, ...proof] : proof;
  if (first === undefined) return false;
  let at = older.size - 1;
  let last = newer.size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  let olderHead = first;
  let newerHead = first;
  for (const node of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      olderHead = nodeHash(node, olderHead);
      newerHead = nodeHash(node, newerHead);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newerHead = nodeHash(newerHead, node);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && olderHead === older.head && newerHead === newer.head;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
