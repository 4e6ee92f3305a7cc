import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyHead, leafHash } from "./hashes";
import { treeOf } from "./tree";
import { isConsistent, isIncluded } from "./verify";

const largest = 64;
const entries = Array.from({ length: largest }, (_, index) => Buffer.from(`entry ${index}`));
const leaves = entries.map((entry) => leafHash(entry));
const tree = treeOf(leaves);
const sizes = Array.from({ length: largest + 1 }, (_, size) => size);

/** The definition of RFC 6962, section 2.1, written down once more with nothing of ours in it. */
function naiveHead(data: readonly Buffer[]): string {
  const sha256 = (...parts: readonly Uint8Array[]) =>
    createHash("sha256").update(Buffer.concat(parts)).digest();
  const head = (part: readonly Buffer[]): Buffer => {
    const [only] = part;
    if (only === undefined) return sha256();
    if (part.length === 1) return sha256(Buffer.of(0), only);
    const left = 2 ** (Math.ceil(Math.log2(part.length)) - 1);
    return sha256(Buffer.of(1), head(part.slice(0, left)), head(part.slice(left)));
  };
  return head(data).toString("hex");
}

describe.each(sizes)("a tree of %i", (size) => {
  const head = tree.head(size);

  test("has the head of the definition", () => {
    expect(head).toBe(naiveHead(entries.slice(0, size)));
    expect(treeOf(leaves.slice(0, size)).head()).toBe(head);
  });

  test("shows each of its leaves, and no other in its place", () => {
    for (let index = 0; index < size; index += 1) {
      const path = tree.inclusion(index, size);
      expect(isIncluded(leaves[index] ?? "", index, { size, head }, path)).toBe(true);
      expect(isIncluded(leaves[(index + 1) % largest] ?? "", index, { size, head }, path)).toBe(false);
      if (size > 1)
        expect(isIncluded(leaves[index] ?? "", (index + 1) % size, { size, head }, path)).toBe(false);
    }
  });

  test("shows that it begins with every smaller one", () => {
    for (let from = 0; from <= size; from += 1) {
      const proof = tree.consistency(from, size);
      const older = { size: from, head: tree.head(from) };
      expect(isConsistent(older, { size, head }, proof)).toBe(true);
      const other = { size: from, head: leafHash(Buffer.from("another history")) };
      expect(isConsistent(other, { size, head }, proof)).toBe(false);
    }
  });
});

test("the tree without leaves has the hash of nothing", () => {
  expect(treeOf([]).head()).toBe(emptyHead);
  expect(emptyHead).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("a history rewritten anywhere before the older head is never consistent with it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: largest }), fc.nat(), fc.nat(), (size, a, b) => {
      const from = 1 + (a % size);
      const changed = b % from;
      const rewritten = treeOf(
        leaves.map((leaf, index) => (index === changed ? leafHash(Buffer.of(7)) : leaf)),
      );
      const newer = { size, head: rewritten.head(size) };
      const older = { size: from, head: tree.head(from) };
      expect(isConsistent(older, newer, rewritten.consistency(from, size))).toBe(false);
      expect(isConsistent(older, newer, tree.consistency(from, size))).toBe(false);
    }),
  );
});

test("a proof with anything flipped, dropped, doubled or put in is none", () => {
  const broken = (proof: readonly string[], at: number): string[][] => {
    const flipped = proof.map((one, index) => (index === at ? leafHash(Buffer.from(one)) : one));
    return [flipped, proof.filter((_, index) => index !== at), [...proof, leaves[0] ?? ""]];
  };
  fc.assert(
    fc.property(fc.integer({ min: 2, max: largest }), fc.nat(), fc.nat(), (size, a, b) => {
      const newer = { size, head: tree.head(size) };
      const index = a % size;
      const path = tree.inclusion(index, size);
      for (const other of broken(path, b % path.length)) {
        expect(isIncluded(leaves[index] ?? "", index, newer, other)).toBe(false);
      }
      const from = 1 + (a % (size - 1));
      const proof = tree.consistency(from, size);
      for (const other of broken(proof, b % proof.length)) {
        expect(isConsistent({ size: from, head: tree.head(from) }, newer, other)).toBe(false);
      }
    }),
  );
});

test.each([
  ["a negative number", -1, 3],
  ["a fraction", 0.5, 3],
  ["the number after the last", 3, 3],
  ["no number", Number.NaN, 3],
])("%s is not in the tree", (_, index, size) => {
  expect(isIncluded(leaves[0] ?? "", index, { size, head: tree.head(size) }, [])).toBe(false);
  expect(() => tree.inclusion(index, size)).toThrow(RangeError);
});

test("a proof of no hashes is no proof", () => {
  const head = { size: 2, head: tree.head(2) };
  expect(isIncluded(leaves[0] ?? "", 0, head, ["not a hash"])).toBe(false);
  expect(isIncluded("", 0, head, tree.inclusion(0, 2))).toBe(false);
  expect(isConsistent({ size: 1, head: tree.head(1) }, head, ["zz"])).toBe(false);
});
