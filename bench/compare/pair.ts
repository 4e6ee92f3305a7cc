import type { BrowserContext } from "@playwright/test";
import { relations } from "@/lib/links/relations";

/** Two articles of a dossier with their annotations in the order of the text, and the path that compares them. */
export type Pair = { dossierId: string; annotations: readonly (readonly string[])[]; path: string };

const PARAGRAPHS = 250;
const LINKS = 500;
/** A busy machine does not finish more within one transaction's patience. */
const AT_ONCE = 100;
/** Ends that follow each other left lie far apart right: curves cross as they do in real pairs. */
const STRIDE = 7;

/** Two articles of 250 paragraphs, each sentence of which is an annotation, made through the product's routes. */
export async function loadPair(context: BrowserContext, origin: string): Promise<Pair> {
  const { id: dossierId } = await post(context, origin, "/api/dossiers", { title: "Bench of comparing" });
  const made: { id: string; annotations: string[] }[] = [];
  for (const name of ["Morning", "Evening"]) {
    const sentences = Array.from({ length: 2 * PARAGRAPHS }, (_, i) => {
      const words = `${name} report ${i + 1}: the council counted ${3 * i + 7} households without water`;
      return `${words} and said that the pipes would be repaired before the end of the month.`;
    });
    const text = sentences.map((one, i) => one + (i % 2 === 0 ? " " : "\n")).join("");
    const about = { title: `${name} report`, text: text.trimEnd(), paragraphs: "line" };
    const article = await post(context, origin, `/api/dossiers/${dossierId}/articles`, about);
    let start = 0;
    const items = sentences.map((exact) => {
      const range = { start, end: start + exact.length };
      start = range.end + 1;
      return { articleId: article.id, ...range, exact, kind: "claim" };
    });
    const annotations: string[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const some = { items: items.slice(from, from + AT_ONCE) };
      const tagged = await post(context, origin, `/api/dossiers/${dossierId}/annotations`, some);
      annotations.push(...(tagged.items ?? []).map(({ id }) => id));
    }
    made.push({ id: article.id, annotations });
  }
  const path = `/dossiers/${dossierId}/compare?left=${made[0]?.id}&right=${made[1]?.id}`;
  return { dossierId, annotations: made.map((one) => one.annotations), path };
}

/** Five hundred links of every relation from the first article to the second. */
export async function linkAll(context: BrowserContext, origin: string, pair: Pair): Promise<void> {
  const [left = [], right = []] = pair.annotations;
  for (let i = 0; i < LINKS; i++) {
    const [from, to] = [left[i % left.length], right[(i * STRIDE) % right.length]];
    const relation = relations[i % relations.length];
    await post(context, origin, `/api/dossiers/${pair.dossierId}/links`, { from, to, relation });
  }
}

type Answer = { id: string; items?: { id: string }[] };

async function post(context: BrowserContext, origin: string, path: string, data: unknown): Promise<Answer> {
  const answer = await context.request.post(path, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}
