const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** A plain date (YYYY-MM-DD, no time zone) in words: "4 Nov 2026". */
export function plainDay(date: string): string {
  return format.format(new Date(`${date}T00:00:00Z`));
}
