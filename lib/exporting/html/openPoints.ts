import { html, isolated, type Markup } from "@/lib/exporting/html/markup";
import { anchors, type ReportPage } from "@/lib/exporting/html/model";
import { shortQuote } from "@/lib/exporting/html/quote";
import type { OpenPoint, OpenPointKind } from "@/lib/reports/snapshot";

export const openPointWords: Record<OpenPointKind, string> = {
  open_sentences: "Sentences neither annotated nor cleared",
  unchecked: "An annotation that is not checked",
  undecided_contradiction: "A contradiction without a decision",
  missing_locator: "Evidence without a place in its source",
  open_comment: "A comment that is not resolved",
  returned: "An item that was returned",
};

/** What was open when the report was submitted and was let be, with the reasons; nothing where nothing was. */
export function openPointsSection(page: ReportPage): Markup | null {
  const { openPoints } = page.snapshot;
  if (!openPoints) return null;
  return html`
<section aria-labelledby="open-points"><h2 id="open-points">Accepted as open</h2><ul>${openPoints.map(
    (point) =>
      html`<li>${openPointWords[point.kind]}${about(page, point)}: <span dir="auto">${isolated(point.reason)}</span></li>`,
  )}</ul></section>`;
}

function about({ notes, snapshot }: ReportPage, { on }: OpenPoint): Markup | null {
  const source = on.type === "evidence" ? snapshot.evidence.find(({ id }) => id === on.id) : undefined;
  const note = notes.get(source?.annotationId ?? on.id);
  if (note) {
    return html` (passage <a href="#${anchors.passage(note.annotation.id)}">${note.number}</a>, “<bdi lang="${note.article.language}">${shortQuote(note.annotation.exact)}</bdi>”)`;
  }
  if (snapshot.links.some(({ id }) => id === on.id))
    return html` (<a href="#${anchors.link(on.id)}">link</a>)`;
  const article = snapshot.articles.find(({ id }) => id === on.id);
  return article
    ? html` (<a href="#${anchors.article(on.id)}"><bdi lang="${article.language}">${article.title}</bdi></a>)`
    : null;
}
