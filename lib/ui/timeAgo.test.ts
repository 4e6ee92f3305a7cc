import { expect, test } from "vitest";
import { ago } from "./timeAgo";

const now = Date.parse("2026-03-10T12:00:00.000Z");

test.each([
  ["2026-03-10T11:59:30.000Z", "just now"],
  ["2026-03-10T12:05:00.000Z", "just now"],
  ["2026-03-10T11:55:00.000Z", "5 min ago"],
  ["2026-03-10T10:00:01.000Z", "1 hr ago"],
  ["2026-03-09T11:00:00.000Z", "yesterday"],
  ["2026-03-05T11:00:00.000Z", "5 days ago"],
  ["2026-03-03T12:00:00.000Z", null],
])("%s", (at, words) => {
  expect(ago(at, now)?.replace(/\./g, "") ?? null).toBe(words);
});
