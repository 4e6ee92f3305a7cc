import { expect, test } from "vitest";
import { leafHash } from "./hashes";
import { headOfPeaks, peakCount, withLeaf } from "./peaks";
import { treeOf } from "./tree";

test("a tree that grows leaf by leaf has the head of the whole one, at every size to 64", () => {
  const leaves = Array.from({ length: 64 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));
  const tree = treeOf(leaves);
  let peaks: string[] = [];
  expect(headOfPeaks(peaks)).toBe(tree.head(0));
  for (const [size, leaf] of leaves.entries()) {
    peaks = withLeaf(peaks, size, leaf);
    expect(peaks).toHaveLength(peakCount(size + 1));
    expect(headOfPeaks(peaks)).toBe(tree.head(size + 1));
  }
});
