import { uuidv7 } from "uuidv7";

/** What people typed and have not sent, in this browser, each under the person and the place it was typed in. */
const PREFIX = "stet:typed:";

/** What this page is sending now: it is not shown as unsent. */
const underWay = new Set<string>();

/** What was typed there; null when nothing was, or the browser keeps nothing. */
export function typedText(userId: string, key: string): string | null {
  try {
    const place = `${PREFIX}${userId}:${key}`;
    return localStorage.getItem(place) ?? cameBack(place);
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

/**
 * Frees a place for the next text while this one is being sent. A copy stays until it is known to be saved: should the
 * page go away before, it is there again as what was typed.
 *
 * @returns to be called once: it is saved, or is somewhere else again
 */
export function sendTypedText(userId: string, key: string, text: string): () => void {
  const sending = `${SENDING}${uuidv7()}`;
  underWay.add(`${PREFIX}${userId}:${key}${sending}`);
  keepTypedText(userId, `${key}${sending}`, text);
  keepTypedText(userId, key, null);
  return () => {
    keepTypedText(userId, `${key}${sending}`, null);
    underWay.delete(`${PREFIX}${userId}:${key}${sending}`);
  };
}

const SENDING = ":sending:";

/** What an earlier page sent and did not hear of becomes what is typed here. */
function cameBack(place: string): string | null {
  const lost = Object.keys(localStorage).find(
    (one) => one.startsWith(`${place}${SENDING}`) && !underWay.has(one),
  );
  if (lost === undefined) return null;
  const text = localStorage.getItem(lost);
  if (text !== null) localStorage.setItem(place, text);
  localStorage.removeItem(lost);
  return text;
}
