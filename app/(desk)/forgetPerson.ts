import { forgetUndo } from "@/lib/live/keptUndo";

/**
 * What this browser forgets of a person who signs out: what they did (the stacks of undo) and what they searched for.
 * Drafts stay: they are unsaved work, kept under the person's id and shown to nobody else; they are there again at the
 * next sign-in. Never fails: nobody is kept from signing out.
 */
export async function forgetPerson(userId: string): Promise<void> {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(searchMemoryOf(userId))) sessionStorage.removeItem(key);
    }
    await forgetUndo(userId);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What the names of this person's search memory begin with. */
export function searchMemoryOf(userId: string): string {
  return `stet.search.${userId}.`;
}
