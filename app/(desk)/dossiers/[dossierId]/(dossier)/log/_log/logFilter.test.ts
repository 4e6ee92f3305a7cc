import { expect, test } from "vitest";
import { logAddress, logQuery, readLogFilter } from "./logFilter";

const nothing = { actor: null, type: null, subject: null, from: null, to: null };

test("an address says the filter, and nothing that is none", () => {
  const filter = { ...nothing, actor: "one", type: "round.signed" as const, from: "2026-11-01" };
  expect(readLogFilter(new URLSearchParams(logAddress(filter)))).toEqual(filter);
  expect(readLogFilter(new URLSearchParams("type=nothing&from=yesterday"))).toEqual(nothing);
});

test("days are from their first moment to their last, where the reader is", () => {
  const { from, to } = logQuery({ ...nothing, from: "2026-11-01", to: "2026-11-01" });
  expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(24 * 3_600_000 - 1);
  expect(new Date(from ?? "").getHours()).toBe(0);
  expect(logQuery({ ...nothing, from: "2026-99-99" }).from).toBeUndefined();
});
