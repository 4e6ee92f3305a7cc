const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto", style: "short" });
const steps = [
  { unit: "minute", seconds: 60, until: 3_600 },
  { unit: "hour", seconds: 3_600, until: 86_400 },
  { unit: "day", seconds: 86_400, until: 7 * 86_400 },
] as const;

/**
 * How long ago an instant was, in words ("5 min ago"); null when it is a week or more, and a date says it better.
 * A clock that is behind the server's makes nothing lie in the future.
 *
 * @param at ISO 8601
 * @param now milliseconds since 1970
 */
export function ago(at: string, now: number): string | null {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1_000);
  if (seconds < 60) return "just now";
  const step = steps.find(({ until }) => seconds < until);
  return step ? relative.format(-Math.floor(seconds / step.seconds), step.unit) : null;
}
