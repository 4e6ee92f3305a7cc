import { expect, test } from "vitest";
import { can } from "@/lib/auth/policy";
import { reportStatusSchema } from "@/lib/reports/schema";
import { reportAfter, reviewEvents, roundAfter } from "./machine";
import { roundSchema } from "./schema";

const no = null;
const reports = {
  //            submit       decide       return      sign         complete      withdraw
  draft: ["in_review", no, no, no, no, no],
  in_review: [no, "in_review", "returned", "in_review", "signed_off", "returned"],
  returned: ["in_review", no, no, no, no, "returned"],
  signed_off: ["in_review", no, no, no, no, "returned"],
} as const;
const rounds = {
  in_review: [no, "in_review", "returned", "in_review", "signed_off", "returned"],
  returned: [no, no, no, no, no, "returned"],
  signed_off: [no, no, no, no, no, "signed_off"],
} as const;

const outcome = (work: () => string) => {
  try {
    return work();
  } catch {
    return null;
  }
};

test.each(reportStatusSchema.options)("what can happen to a report that is %s", (status) => {
  expect(reviewEvents.map((event) => outcome(() => reportAfter(status, event)))).toEqual(reports[status]);
});

test.each(roundSchema.shape.status.options)("what can happen to a round that is %s", (status) => {
  expect(reviewEvents.map((event) => outcome(() => roundAfter(status, event)))).toEqual(rounds[status]);
});

test("the policy allows exactly what can happen", () => {
  const reviewer = { userId: "me", role: "reviewer" } as const;
  for (const reportStatus of reportStatusSchema.options) {
    expect(can(reviewer, "report.submit", { reportStatus })).toBe(reports[reportStatus][0] !== null);
  }
  for (const roundStatus of roundSchema.shape.status.options) {
    for (const [action, at] of [
      ["round.decide", 1] as const,
      ["round.return", 2] as const,
      ["round.sign", 3] as const,
    ]) {
      expect(can(reviewer, action, { roundStatus, makers: [], contributors: [] })).toBe(
        rounds[roundStatus][at] !== null,
      );
    }
  }
});
