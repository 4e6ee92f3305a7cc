import { correctionsOn } from "@/lib/exporting/html/afterwards";
import { instant, plainDate } from "@/lib/exporting/html/dates";
import { linkBadges, passageLink } from "@/lib/exporting/html/links";
import { externalLink, markdown } from "@/lib/exporting/html/markdown";
import { type Content, html, isolated, join, type Markup } from "@/lib/exporting/html/markup";
import { anchors, type Note, type NoteLink, type ReportPage } from "@/lib/exporting/html/model";
import {
  attributeRows,
  checkStatusWords,
  kindClass,
  kindWords,
  relationWords,
  stanceWords,
} from "@/lib/exporting/html/words";
import type { SnapshotEvidence } from "@/lib/reports/snapshot";

/** The notes on the passages that begin in one block; nothing when none does. */
export function noteList(page: ReportPage, notes: readonly Note[]): Markup | null {
  if (notes.length === 0) return null;
  return html`<ul class="notes" lang="en" dir="ltr" aria-label="Notes on this paragraph">${notes.map((note) => noteItem(page, note))}</ul>`;
}

function noteItem(page: ReportPage, note: Note): Markup {
  const { annotation, number, evidence, links } = note;
  const { id, kind, checkStatus, confidence, tags, checker, secondChecker } = annotation;
  const rows: { label: string; value: Content }[] = attributeRows(annotation.attributes).map((row) => ({
    label: row.label,
    value: isolated(valueWords(row.value)),
  }));
  if (confidence) rows.push({ label: "Confidence", value: confidence });
  if (tags.length > 0) rows.push({ label: "Tags", value: join(tags.map(isolated), ", ") });
  if (checker) rows.push({ label: "Checked by", value: people(page, [checker, secondChecker]) });
  return html`
<li class="note ${kindClass[kind]}" id="${anchors.note(id)}">
<p class="note-head"><a class="number" href="#${anchors.passage(id)}"><span class="sr">Back to passage </span>${number}</a> <b>${kindWords[kind]}</b> <span class="status ${checkStatus}">${checkStatusWords[checkStatus]}</span></p>${correctionsOn(page, id)}
${annotation.note === "" ? null : markdown(annotation.note)}
${rows.length > 0 ? html`<dl>${rows.map(({ label, value }) => html`<div><dt>${isolated(label)}</dt><dd>${value}</dd></div>`)}</dl>` : null}
${evidence.length > 0 ? html`<ul class="evidence" aria-label="Evidence">${evidence.map(evidenceItem)}</ul>` : null}
${links.length > 0 ? html`<ul class="links" aria-label="Links">${links.map((link) => linkItem(page, link))}</ul>` : null}
<p class="by">${authorship(page, annotation)}</p>
</li>`;
}

function evidenceItem(item: SnapshotEvidence): Markup {
  const title = item.title === "" ? (item.url ?? "Untitled source") : item.title;
  const details = [
    item.locator && isolated(item.locator),
    item.tier && `${item.tier} source`,
    item.retrievedAt && `retrieved ${plainDate(item.retrievedAt)}`,
    item.archivedSha256 && html`archived copy <code>${item.archivedSha256.slice(0, 12)}…</code>`,
  ].filter((part): part is string | Markup => Boolean(part));
  return html`<li><b>${stanceWords[item.stance]}:</b> ${item.url ? externalLink(item.url, title) : isolated(title)}${details.length > 0 ? html` <span class="by">${join(details, ", ")}</span>` : null}${item.note === "" ? null : markdown(item.note)}</li>`;
}

function linkItem(page: ReportPage, { link, other, isFrom }: NoteLink): Markup {
  const verb = relationWords[link.relation][isFrom ? 0 : 1];
  const dismissed = link.status === "dismissed" ? " dismissed" : "";
  return html`<li class="link ${link.relation}${dismissed}"><a href="#${anchors.link(link.id)}">${verb}</a> ${passageLink(page, other)} ${linkBadges(link)}</li>`;
}

/** Who tagged a passage, who changed it last, and when that was. */
function authorship(
  page: ReportPage,
  item: { createdBy: string; updatedBy: string; updatedAt: string },
): Markup {
  const isOne = item.updatedBy === item.createdBy;
  const editor = isOne ? null : html`, last changed by ${isolated(page.nameOf(item.updatedBy))}`;
  return html`${isolated(page.nameOf(item.createdBy))}${editor}, ${instant(item.updatedAt)}`;
}

function people(page: ReportPage, ids: readonly (string | null)[]): Markup {
  return join(
    ids.filter((id) => id !== null).map((id) => isolated(page.nameOf(id))),
    " and ",
  );
}

function valueWords(value: unknown): string {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d$/.test(value) ? plainDate(value) : value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  return JSON.stringify(value);
}
