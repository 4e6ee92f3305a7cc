import { expect, test } from "vitest";
import { hotEntries, MOST_BYTES } from "./hotEntries";

const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i, bytes: MOST_BYTES / 10 }));

test("what is kept is bounded in bytes, and stays without gaps", () => {
  const hot = hotEntries<{ seq: number; bytes: number }>(1_000, ({ bytes }) => bytes);
  hot.add(0, entries(1, 10));
  expect(hot.after(0, 100)).toHaveLength(10);
  hot.add(10, entries(11, 11));
  expect(hot.after(5, 100)).toBeNull();
  expect(hot.after(6, 100)).toEqual(entries(7, 11));
  hot.add(11, entries(12, 100));
  expect(hot.end).toBe(100);
  expect(hot.after(95, 100)).toEqual(entries(96, 100));
  expect(hot.after(94, 100)).toBeNull();
});
