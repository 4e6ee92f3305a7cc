/** A piece of XML that is known to be safe, because only {@link xml} makes one from text. */
export class Xml {
  constructor(readonly source: string) {}
}

/** What may stand in an {@link xml} template; null is nothing. */
export type XmlContent = string | number | null | Xml | readonly XmlContent[];

/** XML from a template: every embedded string is escaped, for text and for double-quoted attributes alike. */
export function xml(parts: TemplateStringsArray, ...values: readonly XmlContent[]): Xml {
  let source = parts[0] ?? "";
  for (let i = 0; i < values.length; i++) source += sourceOf(values[i] ?? null) + (parts[i + 1] ?? "");
  return new Xml(source);
}

/** XML that was written in this folder as a constant. Never for anything from a snapshot. */
export function constantXml(source: string): Xml {
  return new Xml(source);
}

/** A whole part of the package, as UTF-8 bytes. */
export function xmlPart(root: Xml): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.source}`);
}

function sourceOf(content: XmlContent): string {
  if (content === null) return "";
  if (content instanceof Xml) return content.source;
  if (typeof content === "string") return escaped(content);
  if (typeof content === "number") return String(content);
  return content.map(sourceOf).join("");
}

const replacements: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** What XML 1.0 cannot hold (§2.2: most controls, lone surrogates, U+FFFE and U+FFFF) becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"\t\n]|\p{Cc}|[\ufffe\uffff]/gu, (character) => replacements[character] ?? "\ufffd");
}
