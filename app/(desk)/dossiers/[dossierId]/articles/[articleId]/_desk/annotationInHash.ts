const PREFIX = "#annotation-";

/** The annotation that a page's hash names, alone or with a comment on it (`…/comment-ID`); null when none. */
export function annotationInHash(hash: string): string | null {
  return hash.startsWith(PREFIX) ? (hash.slice(PREFIX.length).split("/")[0] ?? null) : null;
}
