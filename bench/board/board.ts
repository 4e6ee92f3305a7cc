import { chromium } from "@playwright/test";
import { loadDossier } from "@/bench/board/dossier";
import { liveTimes } from "@/bench/board/live";
import { drawTimes, watchDrawn } from "@/bench/board/pictures";
import { serverTimes } from "@/bench/board/serverTimes";
import { signedIn } from "@/bench/product/desk";
import { openInstallation } from "@/bench/product/installation";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

/**
 * Boards and pictures of 200 articles, 20,000 annotations and 5,000 links, on a served build and through its routes:
 * what the server takes to open and to filter a board, what a person waits for a picture, and how long a link that
 * somebody adds is on its way to another's board.
 */
export const board: Group = {
  id: "board",
  async run() {
    const installation = await openInstallation();
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const dossier = await loadDossier(installation.owner.email);
      const context = await signedIn(browser, installation.origin, installation.owner);
      await context.addInitScript(watchDrawn);
      const { opened, filtered } = await serverTimes(context, installation.origin, dossier.id);
      const timeline = await drawTimes(context, `/dossiers/${dossier.id}/links/timeline`);
      const map = await drawTimes(context, `/dossiers/${dossier.id}/links/map`);
      const live = await liveTimes(context, installation.origin, dossier);
      return [
        row("board.p95", percentile([...opened, ...filtered], 0.95), opened.length + filtered.length),
        row("board.open", median(opened), opened.length),
        row("board.filter", median(filtered), filtered.length),
        row("timeline.draw", median(timeline.drawn), timeline.drawn.length),
        row("timeline.longest", median(timeline.longest), timeline.longest.length),
        row("map.draw", median(map.drawn), map.drawn.length),
        row("map.longest", median(map.longest), map.longest.length),
        row("board.live", median(live), live.length),
        row("board.live.p95", percentile(live, 0.95), live.length),
      ];
    } finally {
      await browser.close();
      await installation.stop();
    }
  },
};

function row(id: string, value: number, runs: number): Row {
  return { id, subject: "stet", median: value, unit: "ms", runs };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
