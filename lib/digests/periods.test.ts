import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAILY_HOUR, dueAt, periodOf } from "./periods";

describe("the daily e-mail goes out at seven where the person is", () => {
  test.each([
    ["UTC", "2026-03-10T06:59:59Z", "2026-03-10T07:00:00Z"],
    ["UTC", "2026-03-10T07:00:00Z", "2026-03-11T07:00:00Z"],
    ["Asia/Damascus", "2026-03-10T03:00:00Z", "2026-03-10T04:00:00Z"],
    ["America/New_York", "2026-03-07T20:00:00Z", "2026-03-08T11:00:00Z"], // clocks go forward in that night
    ["Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T06:00:00Z"], // and back in this one
    ["Pacific/Kiritimati", "2026-03-10T16:59:00Z", "2026-03-10T17:00:00Z"],
    ["Asia/Kathmandu", "2026-03-10T01:00:00Z", "2026-03-10T01:15:00Z"],
  ])("%s, told at %s", (zone, now, due) => {
    expect(dueAt("daily", zone, new Date(now))).toEqual(new Date(due));
  });

  test("always in the future, never more than a day and a clock change away", () => {
    const zone = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Asia/Tehran",
    );
    const at = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zone, at, (timeZone, now) => {
        const due = dueAt("daily", timeZone, now);
        const wait = (due?.getTime() ?? 0) - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
        const hour = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", hour: "numeric" });
        expect(Number(hour.format(due ?? now))).toBe(DAILY_HOUR);
      }),
    );
  });
});

test("the hourly one at the full hour; at once soon; none never", () => {
  const now = new Date("2026-03-10T06:59:59.500Z");
  expect(dueAt("hourly", "UTC", now)).toEqual(new Date("2026-03-10T07:00:00Z"));
  expect(dueAt("now", "UTC", now)).toEqual(new Date("2026-03-10T07:00:29.500Z"));
  expect(dueAt("none", "UTC", now)).toBeNull();
});

test("a period is the person's day, or the hour", () => {
  const now = new Date("2026-03-10T23:30:00Z");
  expect(periodOf("daily", "Asia/Damascus", now, "x")).toBe("day 2026-03-11");
  expect(periodOf("daily", "America/New_York", now, "x")).toBe("day 2026-03-10");
  expect(periodOf("hourly", "Asia/Kathmandu", now, "x")).toBe("hour 2026-03-10T23Z");
  expect(periodOf("now", "UTC", now, "x")).toBe("now x");
});
