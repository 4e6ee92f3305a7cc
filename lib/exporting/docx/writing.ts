import { type Look, runs } from "@/lib/exporting/docx/runs";
import { type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";
import { isSafeHref } from "@/lib/text/document";

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** What is counted and collected while one part of the package is written: its links, bookmarks and lists. */
export class Writing {
  readonly #targets = new Map<string, string>();
  #bookmarks = 0;

  /** Lists are numbered through the whole package, so the parts share one collection. */
  constructor(readonly lists: Lists = new Lists()) {}

  /** Words that lead out of the document, or bare where the address is not one a reader may be sent to. */
  link(href: string, words: string, look: Look = {}): XmlContent {
    if (!isSafeHref(href)) return runs(words, look);
    const id = this.#targets.get(href) ?? `rIdLink${this.#targets.size + 1}`;
    this.#targets.set(href, id);
    return xml`<w:hyperlink r:id="${id}" w:history="1">${runs(words, { ...look, style: "Hyperlink" })}</w:hyperlink>`;
  }

  /** Names a place, or what `content` covers. Names are ours and short: Word takes 40 characters. */
  bookmark(name: string, content: XmlContent = null): Xml {
    const { start, end } = this.openBookmark(name);
    return xml`${start}${content}${end}`;
  }

  openBookmark(name: string): { start: Xml; end: Xml } {
    const id = this.#bookmarks++;
    return {
      start: xml`<w:bookmarkStart w:id="${id}" w:name="${name}"/>`,
      end: xml`<w:bookmarkEnd w:id="${id}"/>`,
    };
  }

  /** The relationships of the links met so far. */
  relationships(): Xml[] {
    return [...this.#targets].map(
      ([href, id]) =>
        xml`<Relationship Id="${id}" Type="${HYPERLINK}" Target="${addressOf(href)}" TargetMode="External"/>`,
    );
  }
}

/** The lists of a package. 1 is the numbering of all bullets. */
export class Lists {
  readonly starts: number[] = [];

  /** A numbered list that begins at `start`; its id. */
  ordered(start: number): number {
    this.starts.push(Math.min(Math.max(0, start), 32_767));
    return this.starts.length + 1;
  }
}

export const BULLETS = 1;

/** A link to a place in the document. */
export function crossReference(bookmark: string, words: string, look: Look = {}): Xml {
  return xml`<w:hyperlink w:anchor="${bookmark}" w:history="1">${runs(words, { style: "StetReference", ...look })}</w:hyperlink>`;
}

/** Names of places, made from ids, so that they are the same in every export. */
export const places = {
  passage: (annotationId: string) => `p${annotationId.replaceAll("-", "")}`,
  link: (linkId: string) => `l${linkId.replaceAll("-", "")}`,
};

/** An address as a package holds it: word processors refuse a whole file for one that is not a valid URI. */
function addressOf(href: string): string {
  try {
    return new URL(href).href.toWellFormed();
  } catch {
    return "about:invalid";
  }
}
