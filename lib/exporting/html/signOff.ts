import type { SignedEnvelope } from "@/lib/exporting/envelope";
import { withdrawnNote, withdrawnWords } from "@/lib/exporting/html/afterwards";
import { instant } from "@/lib/exporting/html/dates";
import { html, isolated, join, type Markup } from "@/lib/exporting/html/markup";
import type { ReportPage } from "@/lib/exporting/html/model";
import { type SignedSignOff, type SignedWithdrawal, withdrawalOf } from "@/lib/reviews/statement";

/** Who signed what, and how anyone can see for themselves; or that nobody did. */
export function signOffSection(page: ReportPage): Markup {
  const { envelope } = page;
  const body = envelope.status === "signed" ? signed(envelope) : unsigned(envelope.contentHash);
  return html`
<section class="sign-off" aria-labelledby="sign-off">
<h2 id="sign-off">Sign-off</h2>
${body}
</section>`;
}

/** One line for the head of the page. */
export function standing(page: ReportPage): Markup {
  const { envelope } = page;
  if (envelope.status === "draft") {
    return html`<p class="draft-note" role="note"><strong>Draft.</strong> Nobody has signed this report. It shows the work as it stood on ${instant(envelope.exportedAt)}.</p>`;
  }
  const withdrawn = withdrawnNote(page);
  if (withdrawn) return withdrawn;
  const names = envelope.signOffs.map(({ signed: statement }) => isolated(statement.reviewer.name));
  const last = envelope.signOffs.at(-1);
  return html`<p class="standing"><a href="#sign-off">Signed</a> by ${join(names, " and ")} on ${last ? instant(last.signed.signedAt) : null}</p>`;
}

function unsigned(contentHash: string): Markup {
  return html`<p>Not signed. This is a draft and may change.</p>
<dl><div><dt>Content hash</dt><dd><code>${contentHash}</code></dd></div></dl>`;
}

function signed(envelope: SignedEnvelope): Markup {
  const keyIds = [...new Set(envelope.signOffs.map(({ signed: statement }) => statement.keyId))];
  const keys = join(
    keyIds.map((id) => html`<code><bdi>${id}</bdi></code>`),
    ", ",
  );
  return html`${envelope.signOffs.map((signOff) => signature(signOff, withdrawalOf(signOff, envelope.withdrawals)))}
<h3>How to verify</h3>
<p>Everything on this page is covered by the signature: text, passages, notes, links and evidence. Open this file on the Verify page of the newsroom’s Stet, or run <code>stet verify</code> on it with the newsroom’s public key. Take that key from a place you trust, not from this file; its id must be ${keys}.</p>`;
}

function signature(
  { signed: statement, publicKey, signature: value }: SignedSignOff,
  withdrawal: SignedWithdrawal | undefined,
): Markup {
  const { reviewer, report, round, journal } = statement;
  return html`
<div class="signature${withdrawal ? " struck" : null}">
<blockquote dir="auto"><p>${statement.statement}</p></blockquote>
<p class="signed-by">${isolated(reviewer.name)}, ${instant(statement.signedAt, true)}</p>
<dl>
<div><dt>Report</dt><dd>${isolated(report.title)}, round ${round.number}</dd></div>
<div><dt>Content hash</dt><dd><code>${statement.contentHash}</code></dd></div>
<div><dt>Key id</dt><dd><code><bdi>${statement.keyId}</bdi></code></dd></div>
<div><dt>Public key</dt><dd><code><bdi>${publicKey}</bdi></code></dd></div>
<div><dt>Signature</dt><dd><code><bdi>${value}</bdi></code></dd></div>
<div><dt>Journal</dt><dd>entry ${journal.seq}, <code><bdi>${journal.hash}</bdi></code></dd></div>
</dl>${withdrawnWords(withdrawal)}
</div>`;
}
