/** The limits the server keeps, too (annotations/schema). */
export const MOST_TAGS = 30;
export const LONGEST_TAG = 50;

/** Tags with one more, as typed; or why it cannot be one. Nothing typed changes nothing. */
export function withTag(
  tags: readonly string[],
  typed: string,
): { tags: readonly string[]; error: null } | { tags: null; error: string } {
  const tag = typed
    .normalize("NFC")
    .replace(/[\s,]+/gu, " ")
    .trim();
  if (tag === "") return { tags, error: null };
  if (tag.length > LONGEST_TAG) {
    return { tags: null, error: `A tag has at most ${LONGEST_TAG} characters; this one has ${tag.length}.` };
  }
  if (tags.some((one) => one.toLowerCase() === tag.toLowerCase())) {
    return { tags: null, error: `“${tag}” is there already.` };
  }
  if (tags.length >= MOST_TAGS) return { tags: null, error: `An annotation has at most ${MOST_TAGS} tags.` };
  return { tags: [...tags, tag], error: null };
}
