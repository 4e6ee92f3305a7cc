import { instant } from "@/lib/exporting/html/dates";
import { html, isolated, type Markup } from "@/lib/exporting/html/markup";
import { anchors, type ReportPage } from "@/lib/exporting/html/model";
import { shortQuote } from "@/lib/exporting/html/quote";
import type { SignedCorrection, SignedWithdrawal } from "@/lib/reviews/statement";

/*
 * What came after a sign-off. Everything here is nothing at all where there is none, so that pages from before there
 * were corrections and withdrawals are still made byte for byte.
 */

/** Styles that only a page with something to say here carries. */
export const afterwardsStyles = `
.withdrawn-note{font:1rem/1.5 var(--sans);border:3px solid var(--red);padding:.8rem 1.1rem;max-inline-size:var(--measure);margin-block:1rem}
.withdrawn-note p{margin:0 0 .4rem}
.withdrawn-note strong{color:var(--red);letter-spacing:.06em}
.struck blockquote,.struck>.signed-by{text-decoration:line-through}
.correction{font:.9rem/1.55 var(--sans);border:1px solid var(--amber);border-inline-start-width:.3rem;padding:.6rem .9rem;margin-block:.7rem;max-inline-size:var(--measure);break-inside:avoid}
.correction dl{margin:.3rem 0}
.correction dt{font-weight:600}
.correction dd{margin:0 0 .4rem;white-space:pre-line}
.note .correction dl>*{display:block}
.correction p{margin:0}
.correction p.on{color:var(--soft)}
`;

/** Whether the page says anything about what came after the sign-off. */
export function hasAfterwards({ envelope }: ReportPage): boolean {
  return correctionsOf(envelope).length + withdrawalsOf(envelope).length > 0;
}

/** That sign-offs no longer stand: the first thing that a reader sees. */
export function withdrawnNote({ envelope }: ReportPage): Markup | null {
  const withdrawals = withdrawalsOf(envelope);
  if (withdrawals.length === 0) return null;
  return html`
<div class="withdrawn-note" role="note">${withdrawals.map(
    ({ signed: { signOff, withdrawnBy, withdrawnAt, reason } }) =>
      html`<p><strong>WITHDRAWN.</strong> ${isolated(signOff.reviewer.name)} signed this on ${instant(signOff.signedAt)}. The sign-off was withdrawn on ${instant(withdrawnAt)} by ${isolated(withdrawnBy.name)}:</p><p dir="auto">${reason}</p>`,
  )}<p>What follows is what was signed then. It is kept for the record and is not to be relied on.</p></div>`;
}

/** Every correction, near the top, with a way to what it is about. */
export function correctionsSection(page: ReportPage): Markup | null {
  const corrections = correctionsOf(page.envelope);
  if (corrections.length === 0) return null;
  return html`
<section aria-labelledby="corrections">
<h2 id="corrections">Corrections</h2>
<p>Found after this was signed. What was signed is shown below as it was.</p>
${corrections.map((correction) => correctionCard(correction, about(page, correction)))}
</section>`;
}

/** The corrections of one passage, link or the report, where that stands itself. */
export function correctionsOn(page: ReportPage, id: string): Markup | null {
  const corrections = correctionsOf(page.envelope).filter(({ signed }) => signed.on.id === id);
  if (corrections.length === 0) return null;
  return html`${corrections.map((correction) => correctionCard(correction, null))}`;
}

/** Why a sign-off is struck through. */
export function withdrawnWords(withdrawal: SignedWithdrawal | undefined): Markup | null {
  if (!withdrawal) return null;
  const { withdrawnBy, withdrawnAt, reason, keyId } = withdrawal.signed;
  return html`
<div class="withdrawn-note"><p><strong>WITHDRAWN</strong> by ${isolated(withdrawnBy.name)}, ${instant(withdrawnAt, true)}</p><p dir="auto">${reason}</p>
<dl><div><dt>Key id</dt><dd><code><bdi>${keyId}</bdi></code></dd></div>
<div><dt>Public key</dt><dd><code><bdi>${withdrawal.publicKey}</bdi></code></dd></div>
<div><dt>Signature</dt><dd><code><bdi>${withdrawal.signature}</bdi></code></dd></div></dl></div>`;
}

function correctionCard({ signed }: SignedCorrection, on: Markup | null): Markup {
  const { wrong, correct, correctedBy, correctedAt } = signed;
  return html`
<div class="correction" lang="en" dir="ltr">${on && html`<p class="on">${on}</p>`}<dl><dt>Corrected: what was wrong</dt><dd dir="auto">${wrong}</dd><dt>What is right</dt><dd dir="auto">${correct}</dd></dl><p class="by">${isolated(correctedBy.name)}, ${instant(correctedAt)}</p></div>`;
}

function about(page: ReportPage, { signed: { on } }: SignedCorrection): Markup {
  if (on.type === "report") return html`The report`;
  if (on.type === "link") return html`<a href="#${anchors.link(on.id)}">A link of this report</a>`;
  const note = page.notes.get(on.id);
  if (!note) return html`A passage`;
  const quote = shortQuote(note.annotation.exact);
  return html`Passage <a href="#${anchors.passage(on.id)}">${note.number}</a>, “<bdi lang="${note.article.language}">${quote}</bdi>”`;
}

function correctionsOf(envelope: ReportPage["envelope"]): readonly SignedCorrection[] {
  return envelope.status === "signed" ? (envelope.corrections ?? []) : [];
}

function withdrawalsOf(envelope: ReportPage["envelope"]): readonly SignedWithdrawal[] {
  return envelope.status === "signed" ? (envelope.withdrawals ?? []) : [];
}
