import type { ReportStatus } from "@/lib/reports/schema";
import type { Round } from "./schema";

/**
 * What happens to a report and its rounds. `sign` is a signature that is not the last one needed, `complete` the
 * last; `withdraw` takes a signature back: a round that still waited for another is closed by it.
 */
export const reviewEvents = ["submit", "decide", "return", "sign", "complete", "withdraw"] as const;
export type ReviewEvent = (typeof reviewEvents)[number];

type Table<Status extends string> = Readonly<Record<Status, Readonly<Partial<Record<ReviewEvent, Status>>>>>;

/** What a report is after an event; what is not named cannot happen to it (design: "Review and sign-off"). */
export const reportTable: Table<ReportStatus> = {
  draft: { submit: "in_review" },
  in_review: {
    ...{ decide: "in_review", sign: "in_review", complete: "signed_off" },
    ...{ return: "returned", withdraw: "returned" },
  },
  returned: { submit: "in_review", withdraw: "returned" },
  signed_off: { submit: "in_review", withdraw: "returned" },
};

/** The same of a round. One that is closed stays what it was: a withdrawal is a record of its own beside it. */
export const roundTable: Table<Round["status"]> = {
  in_review: {
    ...{ decide: "in_review", sign: "in_review", complete: "signed_off" },
    ...{ return: "returned", withdraw: "returned" },
  },
  returned: { withdraw: "returned" },
  signed_off: { withdraw: "signed_off" },
};

/** @throws Error when the event cannot happen then: the policy is asked before. */
export function reportAfter(status: ReportStatus, event: ReviewEvent): ReportStatus {
  return after(reportTable, status, event);
}

/** @throws Error when the event cannot happen then: the policy is asked before. */
export function roundAfter(status: Round["status"], event: ReviewEvent): Round["status"] {
  return after(roundTable, status, event);
}

function after<Status extends string>(table: Table<Status>, status: Status, event: ReviewEvent): Status {
  const next = table[status][event];
  if (next === undefined) throw new Error(`“${event}” cannot happen to what is ${status}.`);
  return next;
}
