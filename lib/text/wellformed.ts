/** Why a text cannot be stored, with the UTF-16 offset of the first offending code unit. */
export type IllFormed = { code: "nul" | "control" | "lone_surrogate"; offset: number; message: string };

// C0 without tab, line feed and carriage return; DEL and C1 are harmless and do occur in old files.
const CONTROL = /(?![\t\n\r\x7f-\x9f])\p{Cc}/u;
// With the u flag a surrogate that is half of a pair is not seen as one, so this finds lone ones only.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Says why `text` cannot be stored, or null when it can.
 *
 * NUL cannot be held by Postgres `text`; a lone surrogate has no UTF-8 form, so its hash would not be the hash
 * of what was stored; the other C0 controls (except tab, line feed, carriage return) have no meaning in prose.
 */
export function illFormed(text: string): IllFormed | null {
  const control = text.search(CONTROL);
  if (control >= 0) {
    const isNul = text.charCodeAt(control) === 0;
    return {
      code: isNul ? "nul" : "control",
      offset: control,
      message: isNul ? "The text contains a NUL character." : "The text contains a control character.",
    };
  }
  // isWellFormed is native and fast; the pattern only runs to say where.
  if (text.isWellFormed()) return null;
  return {
    code: "lone_surrogate",
    offset: text.search(LONE_SURROGATE),
    message: "The text contains half of a character (a lone surrogate).",
  };
}
