const PREFIX = "#annotation-";

/** The annotation that a page's hash names; null when none. */
export function annotationInHash(hash: string): string | null {
  return hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : null;
}
