import type { ReportHead } from "@/lib/reports/schema";

/** A report as it is being changed: what was started from, and what was changed. Its memo is saved as it is typed. */
export type ReportDraft = {
  base: ReportHead;
  changed: Partial<Pick<ReportHead, "title" | "articles">>;
};

/** The draft as a report: what it would say once saved. */
export function written({ base, changed }: ReportDraft): ReportHead {
  return { ...base, ...changed };
}

export function isChanged({ changed }: ReportDraft): boolean {
  return Object.keys(changed).length > 0;
}

/** Takes one more change; one that goes back to what was started from is none. */
export function withChange(draft: ReportDraft, change: ReportDraft["changed"]): ReportDraft {
  const all = Object.entries({ ...draft.changed, ...change });
  const real = all.filter(([name, value]) => !isSame(value, draft.base[name as keyof ReportHead]));
  return { ...draft, changed: Object.fromEntries(real) };
}

/** Whether a newer report says of these what the draft began with: then nothing of it stands in the draft's way. */
export function isBeside({ base }: ReportDraft, newer: ReportHead): boolean {
  return newer.title === base.title && isSame(newer.articles, base.articles);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
