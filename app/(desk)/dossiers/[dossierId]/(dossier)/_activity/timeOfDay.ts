const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The time of day of an instant, where the reader is. The feed is drawn in the browser alone, so both agree. */
export function timeOfDay(at: string): string {
  return format.format(new Date(at));
}
