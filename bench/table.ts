import type { Row } from "@/bench/row";

/** The rows as text, one line each, with how many times as much as Stet a peer takes. */
export function table(rows: readonly Row[]): string {
  const own = new Map(rows.filter((row) => row.subject === "stet").map((row) => [row.id, row.median]));
  const lines = rows.map((row) => {
    const base = own.get(row.id);
    const ratio = row.subject === "stet" || !base ? "" : `${(row.median / base).toFixed(1)}×`;
    const value = `${row.capped ? "> " : ""}${rounded(row.median)} ${row.unit}`;
    return [row.id, row.subject, value, ratio, `${row.runs} ${row.runs === 1 ? "run" : "runs"}`];
  });
  const all = [["what", "subject", "median", "to stet", "of"], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Three figures that mean something. */
export function rounded(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString("en-US")
    : value >= 1
      ? value.toFixed(1)
      : value.toFixed(3);
}
