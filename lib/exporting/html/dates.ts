const months = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * A plain date such as `2014-06-09` as "9 June 2014". Not `Intl`: its words change with the engine's data, and a
 * signed page must come out the same everywhere.
 */
export function plainDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  return year && name ? `${Number(day)} ${name} ${Number(year)}` : date;
}

/** An ISO instant in UTC as "9 June 2014, 08:30 UTC", with its seconds when `precise`. */
export function instant(iso: string, precise = false): string {
  const [, minutes, seconds] = /T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?/.exec(iso) ?? [];
  return minutes ? `${plainDate(iso)}, ${minutes}${precise ? (seconds ?? "") : ""} UTC` : iso;
}
