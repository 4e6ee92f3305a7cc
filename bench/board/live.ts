import type { BrowserContext } from "@playwright/test";
import type { LargeDossier } from "@/bench/board/dossier";

const RUNS = 20;

/** Milliseconds from sending a link to its card standing on a board that is open in a browser. */
export async function liveTimes(
  context: BrowserContext,
  origin: string,
  { id, unlinked }: LargeDossier,
): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`/dossiers/${id}/links`);
  await page.locator("[data-board-ready]").waitFor({ state: "attached", timeout: 60_000 });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const data = { from: unlinked[2 * run], to: unlinked[2 * run + 1], relation: "contradicts" };
    const started = performance.now();
    const answer = await context.request.post(`/api/dossiers/${id}/links`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`The link was answered ${answer.status()}`);
    const link: { id: string } = await answer.json();
    await page.waitForFunction((linkId) => document.getElementById(`link-${linkId}`) !== null, link.id);
    times.push(performance.now() - started);
  }
  await page.close();
  return times;
}
