import { type Kind, kinds } from "@/lib/annotations/kinds";
import type { TextRange } from "./wordRange";

/** One row of the narrow map: a slice of the article. `cleared`: some of it has nothing to check, none is open. */
export type MapRow = {
  kinds: readonly Kind[];
  contradiction: boolean;
  open: boolean;
  cleared: boolean;
};

type MapMark = TextRange & { kind: Kind; flagged?: boolean };
type MapSentence = TextRange & { state: "annotated" | "cleared" | "open" };

/** The article in `rows` slices of equal length: the kinds in each, contradictions, and how far it is covered. O(n). */
export function mapRows(
  marks: readonly MapMark[],
  sentences: readonly MapSentence[],
  length: number,
  rows: number,
): MapRow[] {
  const made = Array.from({ length: rows }, () => ({
    kinds: new Set<Kind>(),
    contradiction: false,
    open: false,
    cleared: false,
  }));
  const eachRow = ({ start, end }: TextRange, visit: (row: (typeof made)[number]) => void) => {
    const last = rowOf(Math.max(start, end - 1), length, rows);
    for (let i = rowOf(start, length, rows); i <= last; i++) {
      const row = made[i];
      if (row) visit(row);
    }
  };
  for (const mark of marks) {
    eachRow(mark, (row) => {
      row.kinds.add(mark.kind);
      if (mark.flagged) row.contradiction = true;
    });
  }
  for (const sentence of sentences) {
    if (sentence.state === "annotated") continue;
    eachRow(sentence, (row) => {
      if (sentence.state === "open") row.open = true;
      else row.cleared = true;
    });
  }
  return made.map((row) => ({
    ...row,
    cleared: row.cleared && !row.open,
    kinds: kinds.filter((kind) => row.kinds.has(kind)),
  }));
}

/** The row an offset lies in. */
export function rowOf(offset: number, length: number, rows: number): number {
  return Math.max(0, Math.min(rows - 1, Math.floor((offset / Math.max(1, length)) * rows)));
}
