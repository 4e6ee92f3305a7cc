import type { InboxItem } from "@/lib/inbox/schema";

export type InboxDay = { day: string; items: readonly InboxItem[] };

/**
 * Items, newest first, by the calendar day they came on where the reader is.
 *
 * @param timeZone IANA name; the browser's own when undefined
 */
export function inboxDays(items: readonly InboxItem[], timeZone: string | undefined): readonly InboxDay[] {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone });
  const days: { day: string; items: InboxItem[] }[] = [];
  for (const item of items) {
    const day = format.format(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
