import type { Activity } from "./schema";

/** Entries that belong together: one person's, of one type, in one article, soon after one another; newest first. */
export type Run = {
  items: readonly Activity[] /** What they did together; null for a single entry. */;
  did: string | null;
};

/** Longer than this (ms) between two entries begins another run. */
const PAUSE_MS = 30 * 60_000;
const SHORTEST = 3;

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
const sentences: Record<string, (things: number, times: number) => string> = {
  "annotation.created": (things) => `tagged ${counted(things, "passage")}`,
  "annotation.changed": (things) => `changed ${counted(things, "annotation")}`,
  "annotation.deleted": (things) => `deleted ${counted(things, "annotation")}`,
  "annotation.restored": (things) => `restored ${counted(things, "annotation")}`,
  "evidence.added": (things) => `added ${counted(things, "source")}`,
  "evidence.changed": (things) => `changed ${counted(things, "source")}`,
  "sentence.cleared": (_things, times) => `marked ${counted(times, "sentence")} “nothing to check”`,
  "sentence.reopened": (_things, times) => `took back “nothing to check” from ${counted(times, "sentence")}`,
  "link.created": (things) => `recorded ${counted(things, "link")}`,
  "link.changed": (things) => `changed ${counted(things, "link")}`,
  "link.seen": (things) => `looked again at ${counted(things, "link")}`,
  "link.deleted": (things) => `deleted ${counted(things, "link")}`,
  "article.added": (things) => `added ${counted(things, "article")}`,
  "comment.created": (things) => `wrote ${counted(things, "comment")}`,
  "report.changed": (_things, times) => `changed the report ${times} times`,
  "memo.edited": (_things, times) => `worked on the memo of the report (${times} times)`,
};

/**
 * Folds long runs of one person's like deeds into one line each; everything else stays as it is.
 *
 * @param items newest first
 * @param border entries up to this number and later ones are never folded together ("since you were last here")
 */
export function foldRuns(items: readonly Activity[], border = 0): Run[] {
  const runs: Activity[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const newer = last?.at(-1);
    if (last && newer && isOneRun(newer, item, border)) last.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run): Run[] => {
    const [first] = run;
    const sentence = first && sentences[first.type];
    if (!sentence || run.length < SHORTEST) return run.map((item) => ({ items: [item], did: null }));
    const things = new Set(run.map(({ subject }) => subject.id)).size;
    return [{ items: run, did: sentence(things, run.length) }];
  });
}

function isOneRun(newer: Activity, older: Activity, border: number): boolean {
  return (
    newer.actor.id === older.actor.id &&
    newer.type === older.type &&
    newer.article?.id === older.article?.id &&
    Date.parse(newer.at) - Date.parse(older.at) <= PAUSE_MS &&
    !(newer.seq > border && older.seq <= border)
  );
}
