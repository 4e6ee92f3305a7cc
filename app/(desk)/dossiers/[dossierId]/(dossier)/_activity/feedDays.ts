import { foldRuns, type Run } from "@/lib/activity/runs";
import type { Activity } from "@/lib/activity/schema";

/** `border`: a stroke drawn above this run: what is below it was there when the reader was last here. */
export type FeedDay = { day: string; rows: readonly { run: Run; border: boolean }[] };

/**
 * The feed by the reader's days, newest first, its long runs folded.
 *
 * @param since the newest entry that the reader had seen; null for no border
 */
export function feedDays(
  items: readonly Activity[],
  since: number | null,
  timeZone?: string,
): readonly FeedDay[] {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone });
  const days: { day: string; items: Activity[] }[] = [];
  for (const item of items) {
    const day = format.format(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  const newest = items[0]?.seq ?? 0;
  let isDrawn = since === null || newest <= since;
  return days.map(({ day, items: those }) => ({
    day,
    rows: foldRuns(those, since ?? 0).map((run) => {
      const border = !isDrawn && since !== null && (run.items[0]?.seq ?? 0) <= since;
      isDrawn ||= border;
      return { run, border };
    }),
  }));
}
