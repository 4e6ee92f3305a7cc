import type { Annotation } from "@/lib/annotations/schema";
import type { Article } from "@/lib/articles/schema";
import { isFlagged } from "./ends";
import type { BoardRow, Link, LinkEnd } from "./schema";

/**
 * A link as its card shows it, from annotations that a browser holds already: the words around a passage are those
 * kept with it, fewer than a board has. Null when an end or its article is not there.
 */
export function storedRow(
  link: Link,
  ends: { from: Annotation | undefined; to: Annotation | undefined },
  articles: Readonly<Record<string, Article>>,
): BoardRow | null {
  const [from, to] = [storedEnd(ends.from, articles), storedEnd(ends.to, articles)];
  if (!from || !to) return null;
  return { link, flagged: isFlagged(link, from.annotation, to.annotation), from, to };
}

function storedEnd(
  annotation: Annotation | undefined,
  articles: Readonly<Record<string, Article>>,
): LinkEnd | null {
  const article = articles[annotation?.articleId ?? ""];
  if (!annotation || !article) return null;
  const { prefix, suffix, start } = annotation;
  return {
    annotation,
    article,
    before: wordsBefore(prefix, prefix.length >= start),
    after: wordsAfter(suffix),
  };
}

/** Of the passage's paragraph, whole words only; "…" where there is more. */
function wordsBefore(prefix: string, isWhole: boolean): string {
  const newline = prefix.lastIndexOf("\n");
  if (newline >= 0) return prefix.slice(newline + 1);
  return isWhole ? prefix : `…${prefix.replace(/^\S*/, "")}`;
}

function wordsAfter(suffix: string): string {
  const newline = suffix.indexOf("\n");
  if (newline >= 0) return suffix.slice(0, newline);
  return suffix && `${suffix.replace(/\S*$/, "")}…`;
}
