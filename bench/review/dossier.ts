import type { BrowserContext } from "@playwright/test";
import { makeArticle } from "@/bench/documents";

/** What is reviewed: annotations with notes and sources, and links between them. */
const ANNOTATIONS = 250;
const LINKS = 50;
export const ITEMS = ANNOTATIONS + LINKS;
/** As many as are tagged in one request. */
const TOGETHER = 125;

/** A round of 300 items over a long article, through the product's own routes. Answers its page's path. */
export async function loadRound(context: BrowserContext, origin: string): Promise<string> {
  const post = async <T>(path: string, data: unknown): Promise<T> => {
    const answer = await context.request.post(path, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const dossier = await post<{ id: string }>("/api/dossiers", { title: "Bench of a review" });
  const { text, marks } = makeArticle("M");
  const about = { title: "A long story", text, paragraphs: "line", language: "en" };
  const article = await post<{ id: string }>(`/api/dossiers/${dossier.id}/articles`, about);
  const answer = await context.request.get(`/api/articles/${article.id}`);
  const { revision }: { revision: { text: string } } = await answer.json();
  const tagged: { id: string }[] = [];
  const passages = marks.slice(0, ANNOTATIONS);
  for (let from = 0; from < passages.length; from += TOGETHER) {
    const items = passages.slice(from, from + TOGETHER).map(({ start, end, kind }, index) => ({
      ...{ articleId: article.id, start, end, exact: revision.text.slice(start, end) },
      kind,
      note: `**Asked** the desk twice. They said number ${from + index}, and that it is *not* the last word.`,
    }));
    const made = await post<{ items: { id: string }[] }>(`/api/dossiers/${dossier.id}/annotations`, {
      items,
    });
    tagged.push(...made.items);
  }
  for (const { id } of tagged.filter((_, index) => index % 2 === 0)) {
    const source = {
      stance: "for",
      title: "The ministry's list",
      url: "https://example.org/list",
      locator: "p. 3",
    };
    await post(`/api/annotations/${id}/evidence`, source);
  }
  for (let i = 0; i < LINKS; i++) {
    const ends = { from: tagged[2 * i]?.id, to: tagged[2 * i + 1]?.id };
    await post(`/api/dossiers/${dossier.id}/links`, {
      ...ends,
      relation: "qualifies",
      rationale: "One less.",
    });
  }
  const report = await post<{ id: string }>(`/api/dossiers/${dossier.id}/reports`, {
    title: "A long report",
  });
  const round = await post<{ id: string }>(`/api/reports/${report.id}/rounds`, {});
  return `/dossiers/${dossier.id}/reports/${report.id}/rounds/${round.id}`;
}
