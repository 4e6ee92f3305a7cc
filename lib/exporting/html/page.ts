import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Envelope } from "@/lib/exporting/envelope";
import { afterwardsStyles, correctionsSection, hasAfterwards } from "@/lib/exporting/html/afterwards";
import { articleSection } from "@/lib/exporting/html/article";
import { embeddedEnvelope } from "@/lib/exporting/html/embedded";
import { contradictionsSection, otherLinksSection } from "@/lib/exporting/html/links";
import { markdown } from "@/lib/exporting/html/markdown";
import { html, isolated, join, type Markup, trustedConstant } from "@/lib/exporting/html/markup";
import { anchors, type ReportPage, reportPage } from "@/lib/exporting/html/model";
import { openPointsSection } from "@/lib/exporting/html/openPoints";
import { signOffSection, standing } from "@/lib/exporting/html/signOff";
import { stylesheet } from "@/lib/exporting/html/styles";
import { toBase64 } from "@/lib/reviews/base64";

/**
 * Names the exact bytes that this renderer makes. A signed page is verified by making it again, so any change of
 * the output must raise this number and keep the old renderer, or pages exported before would no longer verify.
 */
export const HTML_EDITION = 1;

// Even if some markup slipped through, a browser would neither run nor fetch anything.
function policyFor(styles: string): string {
  return `default-src 'none'; style-src 'sha256-${toBase64(sha256(utf8ToBytes(styles)))}'; base-uri 'none'; form-action 'none'`;
}

/**
 * The HTML export: one page that needs no script, no network and no other file, readable on screen and on paper,
 * with the machine-readable envelope inside for the verifier. The same envelope always gives the same bytes.
 */
export function renderHtml(envelope: Envelope): string {
  return pageHtml(envelope, { css: "", fonts: "", data: embeddedEnvelope(envelope) });
}

/** The page to be printed: `css` behind the style sheet, fonts from data only, and no envelope inside. */
export function printedPage(envelope: Envelope, css: string): string {
  return pageHtml(envelope, { css, fonts: "; font-src data:", data: null });
}

/** `css` comes behind the style sheet, `fonts` behind the policy. */
type Shell = { css: string; fonts: string; data: Markup | null };

function pageHtml(envelope: Envelope, { css, fonts, data }: Shell): string {
  const page = reportPage(envelope);
  const { report, dossier, waiver } = page.snapshot;
  const styles = `${stylesheet}${hasAfterwards(page) ? afterwardsStyles : ""}${css}`;
  const isWithdrawn = envelope.status === "signed" && envelope.withdrawals !== undefined;
  const mark = envelope.status === "draft" ? "Draft" : isWithdrawn ? "Withdrawn" : null;
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policyFor(styles)}${fonts}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="stet-edition" content="${HTML_EDITION}">
<title>${mark && `${mark}: `}${report.title}</title>
<style>${trustedConstant(styles)}</style>
</head>
<body class="${envelope.status}">
${mark && html`<div class="watermark" aria-hidden="true">${mark}</div>`}
<header class="masthead">
<p class="dossier">${isolated(dossier.title)}</p>
<h1 dir="auto">${report.title}</h1>
${standing(page)}
<p class="counts">${counts(page)}</p>
${contents(page)}
</header>
<main>${correctionsSection(page)}
${report.memo.trim() === "" ? null : html`<section class="memo" aria-labelledby="memo"><h2 id="memo">Memo</h2>${markdown(report.memo, 2)}</section>`}
${contradictionsSection(page)}
${page.articles.length > 0 ? legend : null}
${page.articles.map(({ article, notes }) => articleSection(page, article, notes))}
${otherLinksSection(page)}
${waiver.trim() === "" ? null : html`<section aria-labelledby="waiver"><h2 id="waiver">Why some sentences were left open</h2><p dir="auto">${waiver}</p></section>`}${openPointsSection(page)}
${signOffSection(page)}
</main>
${data}
</body>
</html>
`.source;
}

const legend = html`<p class="legend"><span class="sr">How passages are marked: </span><mark class="claim">claim</mark> <mark class="figure">figure</mark> <mark class="official">official statement</mark> <mark class="contradicted">contradicted elsewhere</mark></p>`;

function counts({ articles, notes, contradictions }: ReportPage): Markup {
  return join(
    [
      counted(articles.length, "article", "articles"),
      counted(notes.size, "annotation", "annotations"),
      counted(contradictions.length, "contradiction", "contradictions"),
    ],
    " · ",
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function contents(page: ReportPage): Markup {
  const entries = [
    page.snapshot.report.memo.trim() !== "" && html`<li><a href="#memo">Memo</a></li>`,
    page.contradictions.length > 0 && html`<li><a href="#contradictions">Contradictions</a></li>`,
    ...page.articles.map(
      ({ article }) =>
        html`<li><a href="#${anchors.article(article.id)}"><bdi lang="${article.language}">${article.title}</bdi></a></li>`,
    ),
    page.otherLinks.length > 0 && html`<li><a href="#other-links">Other links</a></li>`,
    html`<li><a href="#sign-off">Sign-off</a></li>`,
  ].filter((entry): entry is Markup => entry instanceof Object);
  return html`<nav aria-label="Contents"><ul>${entries}</ul></nav>`;
}
