import type { Change } from "@/lib/journal/change";
import { firstMemo, memoText, openMemo, updateTowards } from "@/lib/memo/document";
import { boundedText, gain } from "@/lib/memo/gain";
import { editOf, memoAt, storedMemo } from "@/lib/memo/stored";

type ReportRow = { id: string; title: string; dossierId: string; memo: string; version: number };

/**
 * Makes a report's memo say `memo`, which was written from what it said at `version`: only what differs from that is
 * changed, so nobody's open editor loses a word. Answers the memo as it stands then: as given, unless others wrote
 * something into it meanwhile.
 */
export async function replaceMemo(
  { tx, append }: Change,
  report: ReportRow,
  { memo, version, next }: { memo: string; version: number; next: number },
): Promise<string> {
  const { doc } = await storedMemo(tx, report);
  const seen = version === report.version ? doc : await memoAt(tx, report, version);
  const gained = gain(doc, updateTowards(seen, memo));
  if (gained) {
    append({
      type: "memo.edited",
      subject: { type: "report", id: report.id },
      payload: editOf(report, gained, next),
    });
  }
  const text = boundedText(doc);
  return text === memoText(openMemo(firstMemo(memo))) ? memo : text;
}
