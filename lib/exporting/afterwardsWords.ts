import type { Envelope } from "@/lib/exporting/envelope";
import { instant } from "@/lib/exporting/html/dates";
import type { ReportPage } from "@/lib/exporting/html/model";
import { openPointWords } from "@/lib/exporting/html/openPoints";
import { clipped } from "@/lib/exporting/noteWords";

/** A passage that words are about, when they are about one of the report. */
type About = { words: string; annotationId: string | null };

export type CorrectionWords = { about: About; wrong: string; correct: string; by: string };

/** What was found wrong after the sign-off, by time. */
export function correctionsInWords(page: ReportPage): CorrectionWords[] {
  const { envelope } = page;
  if (envelope.status !== "signed") return [];
  return (envelope.corrections ?? []).map(({ signed: { on, wrong, correct, correctedBy, correctedAt } }) => ({
    about:
      on.type === "report"
        ? { words: "The report", annotationId: null }
        : on.type === "link"
          ? { words: "A link of this report", annotationId: null }
          : passage(page, on.id, "A passage"),
    wrong,
    correct,
    by: `${correctedBy.name}, ${instant(correctedAt)}`,
  }));
}

/** That sign-offs no longer stand, each with its reason; empty when all stand. */
export function withdrawalsInWords(envelope: Envelope): { said: string; reason: string }[] {
  if (envelope.status !== "signed") return [];
  return (envelope.withdrawals ?? []).map(({ signed: { signOff, withdrawnBy, withdrawnAt, reason } }) => ({
    said: `WITHDRAWN. ${signOff.reviewer.name} signed this on ${instant(signOff.signedAt)}. The sign-off was withdrawn on ${instant(withdrawnAt)} by ${withdrawnBy.name}:`,
    reason,
  }));
}

/** What is said beside withdrawals. */
export const WITHDRAWN_ADVICE =
  "What follows is what was signed then. It is kept for the record and is not to be relied on.";

/** What stands on every page: that it is a draft, signed, or signed and taken back. */
export function markOf(envelope: Envelope): { words: string; isWarning: boolean } {
  if (envelope.status === "draft") return { words: "DRAFT, not signed", isWarning: true };
  if (envelope.withdrawals) return { words: "WITHDRAWN", isWarning: true };
  return { words: "Signed report", isWarning: false };
}

/** What was open when the report was submitted and was let be, with the reasons. */
export function openPointsInWords(page: ReportPage): { kind: string; about: About | null; reason: string }[] {
  const { openPoints = [], evidence } = page.snapshot;
  return openPoints.map(({ kind, on, reason }) => {
    const annotationId =
      on.type === "evidence" ? evidence.find(({ id }) => id === on.id)?.annotationId : undefined;
    const about = page.notes.has(annotationId ?? on.id) ? passage(page, annotationId ?? on.id, "") : null;
    return { kind: openPointWords[kind], about, reason };
  });
}

function passage(page: ReportPage, annotationId: string, otherwise: string): About {
  const note = page.notes.get(annotationId);
  if (!note) return { words: otherwise, annotationId: null };
  return { words: `Passage ${note.number}, “${clipped(note.annotation.exact)}”`, annotationId };
}
