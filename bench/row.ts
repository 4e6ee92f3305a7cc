/** One measured number, as `bench/results/latest.json` keeps it. */
export type Row = {
  /** What was measured, such as `paint.L`. */
  id: string;
  /** Whose work it was: `stet` or a peer. */
  subject: string;
  median: number;
  unit: string;
  /** How many runs the median is of. */
  runs: number;
  /** Set when the measurement was stopped: the true value is larger than `median`. */
  capped?: boolean;
};

/** Rows that are measured together; `npm run bench -- --only <id>` runs one group. */
export type Group = { id: string; run(): Promise<Row[]> };

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? above : ((sorted[middle - 1] ?? Number.NaN) + above) / 2;
}
