import type { FoundPassage } from "@/lib/search/schema";

type Found = Pick<FoundPassage, "start" | "end" | "exact" | "before" | "after">;

/**
 * The whole sentence around a passage that was found, as far as the search said it: up to an ellipsis where the
 * sentence was too long to be told. UTF-16 offsets.
 */
export function sentenceOf({ start, exact, before, after }: Found): Found {
  const head = before.startsWith("…") ? "" : before;
  const tail = after.endsWith("…") ? "" : after;
  const whole = head + exact + tail;
  const leading = whole.length - whole.trimStart().length;
  const words = whole.trim();
  const from = start - head.length + leading;
  return {
    ...{ start: from, end: from + words.length, exact: words },
    before: head ? "" : before,
    after: tail ? "" : after,
  };
}
