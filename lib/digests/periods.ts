import type { MailFrequency } from "@/lib/preferences/schema";

/** At this hour of a person's day their daily e-mail goes out. */
export const DAILY_HOUR = 7;
/** How long (ms) "at once" waits for more, so that five mentions in a minute are one e-mail. */
const AT_ONCE_MS = 30_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the next e-mail to someone is due who is told of something `now`; null for who wants none. */
export function dueAt(frequency: MailFrequency, timeZone: string, now: Date): Date | null {
  switch (frequency) {
    case "none":
      return null;
    case "now":
      return new Date(now.getTime() + AT_ONCE_MS);
    case "hourly":
      return new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS);
    case "daily":
      return nextDay(timeZone, now);
  }
}

/** The name of the period that an e-mail sent `now` is the one of; `unique` for those that have none. */
export function periodOf(frequency: MailFrequency, timeZone: string, now: Date, unique: string): string {
  if (frequency === "daily") return `day ${dayIn(timeZone, now)}`;
  if (frequency === "hourly") return `hour ${now.toISOString().slice(0, 13)}Z`;
  return `now ${unique}`;
}

function nextDay(timeZone: string, now: Date): Date {
  const today = dayIn(timeZone, now);
  const due = instantOf(today, DAILY_HOUR, timeZone);
  if (due > now) return due;
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return instantOf(tomorrow, DAILY_HOUR, timeZone);
}

/** The calendar day (YYYY-MM-DD) where it is `now` in a time zone. */
function dayIn(timeZone: string, now: Date): string {
  return new Date(now.getTime() + offsetAt(timeZone, now)).toISOString().slice(0, 10);
}

/** Twice, since the offset at the first guess may be the one before a clock change. */
function instantOf(day: string, hour: number, timeZone: string): Date {
  const local = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS;
  const guess = new Date(local - offsetAt(timeZone, new Date(local)));
  return new Date(local - offsetAt(timeZone, guess));
}

/** How far (ms) a time zone's clocks are ahead of UTC at an instant. */
function offsetAt(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(at.getTime() / 1_000) * 1_000;
}
