import { describe, expect, test } from "vitest";
import { median } from "@/bench/row";
import { table } from "@/bench/table";

describe("median", () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %d", (values, expected) => expect(median(values)).toBe(expected));
});

test("the table says how a peer compares, and when a measurement was stopped", () => {
  const text = table([
    { id: "paint.L", subject: "stet", median: 10, unit: "ms", runs: 5 },
    { id: "paint.L", subject: "peer", median: 25_000, unit: "ms", runs: 1, capped: true },
  ]);
  const lines = text.split("\n").map((line) => line.split(/\s{2,}/));
  expect(lines).toEqual([
    ["what", "subject", "median", "to stet", "of"],
    ["paint.L", "stet", "10.0 ms", "5 runs"],
    ["paint.L", "peer", "> 25,000 ms", "2500.0×", "1 run"],
  ]);
});
