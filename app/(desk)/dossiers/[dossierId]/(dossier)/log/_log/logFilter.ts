import { type EntryType, payloads } from "@/lib/journal/entries";

/** What the log is narrowed to, as its address says it. Days are the reader's own, `to` included. */
export type LogFilter = {
  actor: string | null;
  type: EntryType | null;
  subject: string | null;
  from: string | null;
  to: string | null;
};

export const entryTypes = Object.keys(payloads) as EntryType[];

export function readLogFilter(params: Pick<URLSearchParams, "get">): LogFilter {
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(params.get(name) ?? "") ? params.get(name) : null);
  return {
    actor: params.get("actor"),
    type: entryTypes.find((type) => type === params.get("type")) ?? null,
    subject: params.get("subject"),
    from: day("from"),
    to: day("to"),
  };
}

/** The address of the log with a filter, from its page on. */
export function logAddress(filter: LogFilter): string {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null);
  return `?${new URLSearchParams(given)}`;
}

/** The filter as the API takes it: days as instants, from the first of the one to the last of the other. */
export function logQuery({ actor, type, subject, from, to }: LogFilter): Record<string, string | undefined> {
  const instant = (day: string | null, time: string) => {
    const at = new Date(`${day}T${time}`);
    return day === null || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  };
  return {
    ...{ actor: actor ?? undefined, type: type ?? undefined, subject: subject ?? undefined },
    ...{ from: instant(from, "00:00:00.000"), to: instant(to, "23:59:59.999") },
  };
}

/** "annotation.created" as two words. */
export function typeWords(type: string): string {
  return type.replace(".", " ").replace("signOff", "sign-off");
}
