import { chromium } from "@playwright/test";
import type { Size } from "@/bench/documents";
import { bundleSubject } from "@/bench/paint/bundle";
import { type Measured, measurePage } from "@/bench/paint/measure";
import { SUBJECTS } from "@/bench/paint/subjects";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

/** After this long a measurement is stopped and reported as "more than". */
const CAP_MS = 180_000;

/** Painting highlights over an article that is already in the page. */
export const paint: Group = {
  id: "paint",
  async run() {
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const rows: Row[] = [];
      const bundles = new Map(
        await Promise.all(SUBJECTS.map(async ({ name }) => [name, await bundleSubject(name)] as const)),
      );
      for (const size of ["S", "M", "L"] as const) {
        for (const { name, runs } of SUBJECTS) {
          const bundle = bundles.get(name);
          if (!bundle) continue;
          const measured: Measured[] = [];
          for (let run = 0; run < runs[size]; run++) {
            const wanted = { extras: size === "L", hit: name === "stet", capMs: CAP_MS };
            measured.push(await measurePage(browser, bundle, size, wanted));
          }
          console.error(
            `  ${size} ${name}: ${measured.map(({ paint }) => paint?.toFixed(1) ?? "capped").join(" ")} ms`,
          );
          rows.push(...rowsOf(name, size, measured));
        }
      }
      return rows.sort((a, b) => order(a) - order(b));
    } finally {
      await browser.close();
    }
  },
};

const IDS = ["paint.S", "paint.M", "paint.L", "add.L", "hit.L"];

function order(row: Row): number {
  return IDS.indexOf(row.id);
}

function rowsOf(subject: string, size: Size, measured: readonly Measured[]): Row[] {
  const row = (id: string, values: (number | null)[]): Row[] => {
    const known = values.filter((value) => value !== null);
    if (known.length > 0) return [{ id, subject, median: median(known), unit: "ms", runs: known.length }];
    return id.startsWith("paint") ? [{ id, subject, median: CAP_MS, unit: "ms", runs: 1, capped: true }] : [];
  };
  return [
    ...row(
      `paint.${size}`,
      measured.map((one) => one.paint),
    ),
    ...row(
      `add.${size}`,
      measured.map((one) => one.add),
    ),
    ...row(
      `hit.${size}`,
      measured.map((one) => one.hit),
    ),
  ];
}
