import { chromium } from "@playwright/test";
import type { Size } from "@/bench/documents";
import { bundleSubject } from "@/bench/paint/bundle";
import { SUBJECTS } from "@/bench/paint/subjects";
import { measureReading, type Reading } from "@/bench/reading/measureReading";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

/** After this long an opening is stopped and reported as "more than". */
const CAP_MS = 180_000;

/** An article with highlights opened, kept and scrolled through, by each way of painting them. */
export const reading: Group = {
  id: "reading",
  async run() {
    const rows: Row[] = [];
    for (const size of ["S", "M", "L"] as const) {
      for (const { name, runs } of SUBJECTS) {
        const bundle = await bundleSubject(name);
        const read: Reading[] = [];
        for (let run = 0; run < Math.min(3, runs[size]); run++) {
          // A browser for each: what a page before this one left in its process is not this one's memory.
          const browser = await chromium.launch(chromiumLaunchOptions());
          try {
            read.push(await measureReading(browser, bundle, size, { scrolls: size === "L", capMs: CAP_MS }));
          } finally {
            await browser.close();
          }
        }
        console.error(
          `  ${size} ${name}: ${read.map((one) => one.open?.toFixed(0) ?? "capped").join(" ")} ms`,
        );
        rows.push(...rowsOf(name, size, read));
      }
    }
    return rows.sort((a, b) => IDS.indexOf(a.id) - IDS.indexOf(b.id));
  },
};

const IDS = ["open.S", "open.M", "open.L", "scroll.L", "memory.L", "heap.L"];

function rowsOf(subject: string, size: Size, read: readonly Reading[]): Row[] {
  const row = (id: string, values: (number | null)[], unit = "ms"): Row[] => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? [] : [{ id, subject, median: median(known), unit, runs: known.length }];
  };
  const opened = row(
    `open.${size}`,
    read.map(({ open }) => open),
  );
  const capped: Row = { id: `open.${size}`, subject, median: CAP_MS, unit: "ms", runs: 1, capped: true };
  return [
    ...(opened.length > 0 ? opened : [capped]),
    ...row(
      `scroll.${size}`,
      read.map(({ scroll }) => scroll),
    ),
    ...row(
      `memory.${size}`,
      read.map(({ memory }) => memory),
      "MB",
    ),
    ...row(
      `heap.${size}`,
      read.map(({ heap }) => heap),
      "MB",
    ),
  ];
}
