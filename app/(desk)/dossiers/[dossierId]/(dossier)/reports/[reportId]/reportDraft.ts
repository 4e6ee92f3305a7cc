import type { Report } from "@/lib/reports/schema";

/** A report as it is being written: what was started from, and what was changed. */
export type ReportDraft = {
  base: Report;
  changed: Partial<Pick<Report, "title" | "memo" | "articles">>;
};

/** The draft as a report: what it would say once saved. */
export function written({ base, changed }: ReportDraft): Report {
  return { ...base, ...changed };
}

export function isChanged({ changed }: ReportDraft): boolean {
  return Object.keys(changed).length > 0;
}

/** Takes one more change; one that goes back to what was started from is none. */
export function withChange(draft: ReportDraft, change: ReportDraft["changed"]): ReportDraft {
  const all = Object.entries({ ...draft.changed, ...change });
  const real = all.filter(([name, value]) => !isSame(value, draft.base[name as keyof Report]));
  return { ...draft, changed: Object.fromEntries(real) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
