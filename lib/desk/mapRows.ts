import { type Kind, kinds } from "@/lib/annotations/kinds";
import type { TextRange } from "./wordRange";

/** One row of the narrow map: a slice of the article. */
export type MapRow = { kinds: readonly Kind[]; contradiction: boolean; open: boolean };

type MapMark = TextRange & { kind: Kind; flagged?: boolean };

/** The article in `rows` slices of equal length: the kinds in each, whether it is contradicted, whether open. O(n). */
export function mapRows(
  marks: readonly MapMark[],
  open: readonly TextRange[],
  length: number,
  rows: number,
): MapRow[] {
  const made = Array.from({ length: rows }, () => ({
    kinds: new Set<Kind>(),
    contradiction: false,
    open: false,
  }));
  const eachRow = ({ start, end }: TextRange, visit: (row: (typeof made)[number]) => void) => {
    const last = rowOf(Math.max(start, end - 1), length, rows);
    for (const row of made.slice(rowOf(start, length, rows), last + 1)) visit(row);
  };
  for (const mark of marks) {
    eachRow(mark, (row) => {
      row.kinds.add(mark.kind);
      if (mark.flagged) row.contradiction = true;
    });
  }
  for (const range of open) {
    eachRow(range, (row) => {
      row.open = true;
    });
  }
  return made.map((row) => ({ ...row, kinds: kinds.filter((kind) => row.kinds.has(kind)) }));
}

/** The row an offset lies in. */
export function rowOf(offset: number, length: number, rows: number): number {
  return Math.min(rows - 1, Math.floor((offset / Math.max(1, length)) * rows));
}
