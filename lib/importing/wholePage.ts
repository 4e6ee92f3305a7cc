import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Direction } from "@/lib/importing/language";

/** What a page says about its article. `language` is a BCP 47 primary subtag, `publishedOn` YYYY-MM-DD. */
export type PageFacts = {
  title?: string;
  byline?: string;
  language?: string;
  direction?: Direction;
  publishedOn?: string;
};

/** Readability walks the page many times; a page of more elements than this is read as it stands. */
const MAX_ELEMENTS = 10_000;
const MAX_FACT_LENGTH = 500;
const DATES =
  'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="date"], meta[name="pubdate"], meta[name="dc.date" i], time[datetime]';

/** Whether the HTML is a page, with its furniture, and not a fragment from a clipboard or an editor. */
export function isWholePage(html: string): boolean {
  return /<(?:!doctype\s+html|html|head)[\s>]/i.test(html.slice(0, 10_000));
}

/**
 * Finds the article in a whole page with Mozilla's Readability. `html` is null when it finds none or the page is too
 * large to look. The HTML that comes back is as hostile as the page: clean it.
 *
 * @param page with limited nesting, for linkedom and Readability recurse.
 */
export function articleOfPage(page: string): { html: string | null; facts: PageFacts } {
  const { document } = parseHTML(page);
  const language = primaryLanguage(document.documentElement?.getAttribute("lang"));
  const ownDirection = directionOf(document.documentElement?.getAttribute("dir"));
  const dated = document.querySelector(DATES);
  const ownDate = plainDate(dated?.getAttribute("content") ?? dated?.getAttribute("datetime"));
  const found = readArticle(document);
  const facts: PageFacts = {
    title: fact(found?.title ?? document.querySelector("title")?.textContent),
    byline: fact(found?.byline),
    language: language ?? primaryLanguage(found?.lang),
    direction: directionOf(found?.dir) ?? ownDirection,
    publishedOn: plainDate(found?.publishedTime) ?? ownDate,
  };
  return { html: found?.content ?? null, facts };
}

function readArticle(document: Document) {
  // Readability's own limit counts with getElementsByTagName("*"), which finds nothing in linkedom.
  if (document.querySelectorAll("*").length > MAX_ELEMENTS) return null;
  try {
    return new Readability(document).parse();
  } catch {
    // A page so odd that Readability stumbles: the caller reads it as it stands.
    return null;
  }
}

function fact(value: string | null | undefined): string | undefined {
  const line = value
    ?.toWellFormed()
    .replace(/\p{Cc}|\s+/gu, " ")
    .trim()
    .normalize("NFC");
  return line ? line.slice(0, MAX_FACT_LENGTH).toWellFormed() : undefined;
}

function primaryLanguage(tag: string | null | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
}

function directionOf(value: string | null | undefined): Direction | undefined {
  const lower = value?.trim().toLowerCase();
  return lower === "rtl" || lower === "ltr" ? lower : undefined;
}

/** The plain date of an ISO 8601 instant, as it is written: the newsroom's day, not ours in UTC. */
function plainDate(value: string | null | undefined): string | undefined {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value ?? "")?.[1];
  if (!day) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
