import { type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";

/** How a stretch of text looks. Sizes in half points, colours as six hex digits. */
export type Look = {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  mono?: boolean;
  color?: string;
  size?: number;
  underline?: { line: "single" | "wave" | "dotted"; color?: string };
  /** The colour behind the text. */
  fill?: string;
  raised?: boolean;
  language?: string;
};

/**
 * Text as runs. A run that holds right-to-left letters says so (`w:rtl`), which is how a word processor takes the
 * right font and order for it; so a text of two scripts becomes several runs. `base` is the paragraph's direction.
 */
export function runs(text: string, look: Look = {}, base: "ltr" | "rtl" = "ltr"): Xml[] {
  return byDirection(text, base).map(
    ([words, isRtl]) => xml`<w:r>${properties(look, isRtl)}${pieces(words)}</w:r>`,
  );
}

/** A text's own direction: that of its first letter (as HTML's `dir="auto"`). */
export function directionOf(text: string): "ltr" | "rtl" {
  return RTL.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
}

/** A tag for `w:lang`, when it is one. */
export function languageTag(language: string): string | undefined {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined;
}

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202b\u202e]/u;
/** Letters of one direction with whatever stands between them: neutral marks go with what is before them. */
const STRETCH = new RegExp(
  `${RTL.source}(?:${RTL.source}|[^\\p{L}\\p{Nd}])*|(?:(?!${RTL.source})[^])+`,
  "gu",
);

function byDirection(text: string, base: "ltr" | "rtl"): [string, boolean][] {
  if (!RTL.test(text)) return [[text, base === "rtl" && !/\p{L}/u.test(text)]];
  return (text.match(STRETCH) ?? []).map((words) => [
    words,
    RTL.test(words) || (base === "rtl" && !/\p{L}/u.test(words)),
  ]);
}

/** In the order that the schema of w:rPr asks for (ISO/IEC 29500-1 §17.3.2). */
function properties(look: Look, isRtl: boolean): Xml | null {
  const { style, bold, italic, strike, mono, color, size, underline, fill, raised, language } = look;
  const inner: XmlContent[] = [
    style ? xml`<w:rStyle w:val="${style}"/>` : null,
    mono
      ? xml`<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="Consolas" w:cs="Courier New"/>`
      : null,
    bold ? xml`<w:b/><w:bCs/>` : null,
    italic ? xml`<w:i/><w:iCs/>` : null,
    strike ? xml`<w:strike/>` : null,
    color ? xml`<w:color w:val="${color}"/>` : null,
    size ? xml`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : null,
    underline
      ? xml`<w:u w:val="${underline.line}" ${underline.color ? xml`w:color="${underline.color}"` : null}/>`
      : null,
    fill ? xml`<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : null,
    raised ? xml`<w:vertAlign w:val="superscript"/>` : null,
    isRtl ? xml`<w:rtl/>` : null,
    language ? (isRtl ? xml`<w:lang w:bidi="${language}"/>` : xml`<w:lang w:val="${language}"/>`) : null,
  ];
  return inner.some((one) => one !== null) ? xml`<w:rPr>${inner}</w:rPr>` : null;
}

function pieces(text: string): Xml[] {
  const found = text.split(/(\r\n?|\n|\t)/).filter((piece) => piece !== "");
  return found.map((piece) => {
    if (piece === "\t") return xml`<w:tab/>`;
    if (/^[\r\n]/.test(piece)) return xml`<w:br/>`;
    return xml`<w:t xml:space="preserve">${piece}</w:t>`;
  });
}
