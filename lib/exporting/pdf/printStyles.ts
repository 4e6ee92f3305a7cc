import { markOf } from "@/lib/exporting/afterwardsWords";
import type { Envelope } from "@/lib/exporting/envelope";
import { clipped } from "@/lib/exporting/noteWords";
import { fontFaces, SANS, SERIF } from "@/lib/exporting/pdf/fonts";

/**
 * What the printed pages have beyond the page's own print style: notes in the margin beside their passage, running
 * heads, page numbers, and on every page of a draft that it is one.
 */
export function printStyles(envelope: Envelope): string {
  const { snapshot, contentHash } = envelope;
  const title = cssString(clipped(snapshot.report.title.replace(/\s+/g, " "), 80));
  const mark = markOf(envelope);
  const head = `font:8pt/1.3 ${SANS};color:#5f584d`;
  return `${fontFaces()}
:root{--serif:${SERIF};--sans:${SANS};--margin:56mm}
@page{size:A4;margin:24mm 16mm 22mm 20mm;
@top-left{content:${title};${head};width:120mm;text-align:start}
@top-right{content:${cssString(mark.words)};${mark.isWarning ? `font:700 9.5pt/1.3 ${SANS};color:#b02318` : head}}
@bottom-left{content:${cssString(`Content ${contentHash.slice(0, 12)}`)};${head}}
@bottom-right{content:"Page " counter(page) " of " counter(pages);${head}}}
@media print{
.watermark{display:none}
html{font-size:10pt;line-height:1.5}
h1{font-size:24pt}
.memo>*,section>h2,section>p,section>ul,.card,.sign-off>*{max-inline-size:150mm}
.block{display:grid;grid-template-columns:minmax(0,1fr) var(--margin);gap:0 6mm}
.block>.notes{margin:0;padding-block-start:.15rem;font-size:7.6pt;line-height:1.4}
.text[dir=rtl]{font-size:1.12em}
/* Chromium draws each wave as a path of its own: a hundred of them took longer than all the rest. */
.contradicted,mark.contradicted,mark .contradicted{text-decoration-style:dashed;text-decoration-thickness:.09em}
section.article{break-before:page;border:0;margin:0;padding:0}
.card{break-inside:avoid}
.signature{break-inside:auto}
.signature blockquote,.signature .signed-by{break-after:avoid}
}
`;
}

/** A CSS string: every character but letters and digits of ASCII is written by its number. */
function cssString(text: string): string {
  const safe = text
    .toWellFormed()
    // Direction controls and other controls have no business in a running head.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `);
  return `"${safe}"`;
}
