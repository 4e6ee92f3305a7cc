import type { BrowserContext } from "@playwright/test";

const RUNS = 10;

/** What an editor asks of a board: all of it, each kind of filter, each order that is not stored. */
const questions = [
  "",
  "relation=contradicts&status=open",
  "severity=critical,major&sort=severity",
  "speaker=speaker%207",
  "since=2014-02-01&until=2014-03-31&sort=date",
  "flagged=true",
  "q=zoe%20elysee",
  "sort=article",
];

/**
 * Milliseconds from asking to the last byte of the answer, over loopback: of the board's page, and of each filter.
 * The first round is left out: it warms caches, as anybody's first visit does.
 */
export async function serverTimes(
  context: BrowserContext,
  origin: string,
  dossierId: string,
): Promise<{ opened: number[]; filtered: number[] }> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = async (path: string): Promise<number> => {
    const started = performance.now();
    const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
    const text = await answer.text();
    const took = performance.now() - started;
    if (!answer.ok || text.length < 1_000) throw new Error(`${path} was answered ${answer.status}: ${text}`);
    return took;
  };
  const [opened, filtered]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const page = await ask(`/dossiers/${dossierId}/links`);
    if (run > 0) opened.push(page);
    for (const question of questions) {
      const took = await ask(`/api/dossiers/${dossierId}/links/board?${question}`);
      if (run > 0) filtered.push(took);
    }
  }
  return { opened, filtered };
}
