import type { Database } from "@/lib/db/client";
import type { Entry } from "@/lib/journal/entries";
import { entriesAfter } from "@/lib/journal/tail";
import type { Snapshot } from "@/lib/reports/snapshot";

/** What a report is about, as far as the journal carries it: by kind and id, what each thing says. */
export type Content = Record<string, unknown>;

/**
 * A dossier's content at places in its journal, made of the entries alone; asked for in rising order. It is the
 * independent witness in tests of what was signed: it reads neither the tables nor what a round froze.
 */
export function journalSoFar(db: Database, dossierId: string) {
  const things = new Map<string, unknown>();
  let seq = 0;

  function take(entry: Entry): void {
    const put = (noun: string, thing: { id: string; deletedAt: string | null }, said: unknown) => {
      if (thing.deletedAt === null) things.set(`${noun} ${thing.id}`, said);
      else things.delete(`${noun} ${thing.id}`);
    };
    const { payload } = entry;
    if ("annotation" in payload) put("annotation", payload.annotation, annotationSays(payload.annotation));
    else if ("evidence" in payload) put("evidence", payload.evidence, evidenceSays(payload.evidence));
    else if ("link" in payload) put("link", payload.link, linkSays(payload.link));
    else if ("article" in payload) put("article", payload.article, { title: payload.article.title });
    else if (entry.type === "report.created" || entry.type === "report.changed") {
      const { report } = entry.payload;
      put("report", report, { title: report.title, memo: report.memo });
    } else if ("sentence" in payload) {
      const key = `cleared ${payload.sentence.start}`;
      if (entry.type === "sentence.cleared") things.set(key, { end: payload.sentence.end });
      else things.delete(key);
    }
  }

  return {
    /** As it stood just after entry `to`; of other reports nothing. */
    async contentAt(to: number, { report }: Snapshot): Promise<Content> {
      while (seq < to) {
        for (const entry of await entriesAfter(db, dossierId, seq, Math.min(1_000, to - seq))) {
          take(entry);
          seq = entry.seq;
        }
      }
      const others = (key: string) => key.startsWith("report ") && key !== `report ${report.id}`;
      return Object.fromEntries([...things].filter(([key]) => !others(key)));
    },
    /** The same of what a round froze. */
    contentOf({ annotations, evidence, links, articles, report, cleared }: Snapshot): Content {
      return Object.fromEntries<unknown>([
        ...annotations.map((one) => [`annotation ${one.id}`, annotationSays(one)] as const),
        ...evidence.map((one) => [`evidence ${one.id}`, evidenceSays(one)] as const),
        ...links.map((one) => [`link ${one.id}`, linkSays(one)] as const),
        ...articles.map(({ id, title }) => [`article ${id}`, { title }] as const),
        [`report ${report.id}`, { title: report.title, memo: report.memo }],
        ...cleared.map(({ start, end }) => [`cleared ${start}`, { end }] as const),
      ]);
    },
  };
}

function annotationSays({ version, exact, note, kind }: Snapshot["annotations"][number]) {
  return { version, exact, note, kind };
}
function evidenceSays({ version, title, locator }: Snapshot["evidence"][number]) {
  return { version, title, locator };
}
function linkSays({ version, relation, rationale }: Snapshot["links"][number]) {
  return { version, relation, rationale };
}
