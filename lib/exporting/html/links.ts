import { correctionsOn } from "@/lib/exporting/html/afterwards";
import { plainDate } from "@/lib/exporting/html/dates";
import { markdown } from "@/lib/exporting/html/markdown";
import { html, isolated, join, type Markup } from "@/lib/exporting/html/markup";
import { anchors, type ReportPage } from "@/lib/exporting/html/model";
import { shortQuote } from "@/lib/exporting/html/quote";
import { linkStatusWords, relationWords, sameEventWords, strengthWords } from "@/lib/exporting/html/words";
import type { SnapshotAnnotation, SnapshotLink } from "@/lib/reports/snapshot";

/** What kind of link it is, in words that do not depend on colour. */
export function linkBadges(link: SnapshotLink): Markup {
  const isContradiction = link.relation === "contradicts";
  const badges = [
    link.strength && html`<span class="badge ${link.strength}">${strengthWords[link.strength]}</span>`,
    (isContradiction || link.sameEvent !== "unknown") &&
      html`<span class="badge event-${link.sameEvent}">${sameEventWords[link.sameEvent]}</span>`,
    link.severity && html`<span class="badge">Severity: ${link.severity}</span>`,
    (isContradiction || link.status !== "open") &&
      html`<span class="badge">${linkStatusWords[link.status]}</span>`,
  ];
  return join(
    badges.filter((badge): badge is Markup => badge instanceof Object),
    " ",
  );
}

/** A short quote that leads to the passage, wherever in the report it stands. */
export function passageLink(page: ReportPage, annotation: SnapshotAnnotation): Markup {
  const note = page.notes.get(annotation.id);
  return html`<a href="#${anchors.passage(annotation.id)}">“<bdi lang="${note?.article.language ?? ""}">${shortQuote(annotation.exact)}</bdi>”<span class="sr"> in passage</span> <span class="at">${note?.number ?? ""}</span></a>`;
}

/** The contradictions of a report, each as two quotes side by side. */
export function contradictionsSection(page: ReportPage): Markup | null {
  if (page.contradictions.length === 0) return null;
  return html`
<section aria-labelledby="contradictions">
<h2 id="contradictions">Contradictions</h2>
${page.contradictions.map((link, i) => contradictionCard(page, link, i + 1))}
</section>`;
}

/** The links that are not contradictions, as sentences. */
export function otherLinksSection(page: ReportPage): Markup | null {
  if (page.otherLinks.length === 0) return null;
  const items = page.otherLinks.map((link) => {
    const [from, to] = [page.notes.get(link.from), page.notes.get(link.to)];
    if (!from || !to) return null;
    const verb = html`<b>${relationWords[link.relation][0]}</b>`;
    return html`<li id="${anchors.link(link.id)}">${passageLink(page, from.annotation)} ${verb} ${passageLink(page, to.annotation)} ${linkBadges(link)}${reasons(link)}${correctionsOn(page, link.id)}</li>`;
  });
  return html`
<section aria-labelledby="other-links">
<h2 id="other-links">Other links</h2>
<ul class="other-links">${items}</ul>
</section>`;
}

function contradictionCard(page: ReportPage, link: SnapshotLink, number: number): Markup {
  const id = anchors.link(link.id);
  const type = link.subtype ? `: ${link.subtype}` : "";
  // Two amnesties are not one story told twice: an apparent contradiction says so in a sentence of its own.
  const caution =
    link.strength !== "direct" && link.sameEvent === "no"
      ? html`<p class="caution">The two passages speak of different events: read alone they seem to contradict each other, they do not exclude each other.</p>`
      : null;
  return html`
<article class="card ${link.strength ?? "apparent"}" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">Contradiction ${number}${type}</h3>
<p class="badges">${linkBadges(link)}</p>
<div class="pair">${[link.from, link.to].map((end) => quote(page, end))}</div>
${caution}${reasons(link)}${correctionsOn(page, link.id)}
</article>`;
}

function quote(page: ReportPage, annotationId: string): Markup | null {
  const note = page.notes.get(annotationId);
  if (!note) return null;
  const { annotation, article } = note;
  const { speaker } = annotation.attributes;
  const source = [
    typeof speaker === "string" ? isolated(speaker) : null,
    html`<cite><bdi>${article.title}</bdi></cite>`,
    article.outlet ? isolated(article.outlet) : null,
    article.publishedOn ? plainDate(article.publishedOn) : null,
  ].filter((part) => part !== null);
  return html`<figure><blockquote dir="${article.direction}" lang="${article.language}"><p>${annotation.exact}</p></blockquote><figcaption>${join(source, ", ")} · <a href="#${anchors.passage(annotationId)}">passage ${note.number}</a></figcaption></figure>`;
}

function reasons(link: SnapshotLink): Markup {
  return html`${link.rationale === "" ? null : markdown(link.rationale)}${link.statusReason === "" ? null : html`<p class="by">${linkStatusWords[link.status]}: ${isolated(link.statusReason)}</p>`}`;
}
