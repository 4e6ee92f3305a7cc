/** What people typed and have not sent, in this browser, each under the person and the place it was typed in. */
const PREFIX = "stet:typed:";

/** What was typed there; null when nothing was, or the browser keeps nothing. */
export function typedText(userId: string, key: string): string | null {
  try {
    return localStorage.getItem(`${PREFIX}${userId}:${key}`);
  } catch {
    return null;
  }
}

/** Keeps it, or with null forgets it. A browser that keeps nothing (private windows, full) is no reason to fail. */
export function keepTypedText(userId: string, key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(`${PREFIX}${userId}:${key}`);
    else localStorage.setItem(`${PREFIX}${userId}:${key}`, text);
  } catch {
    // It is still on screen.
  }
}
