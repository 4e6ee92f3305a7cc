/**
 * A name without what people spell differently: case, accents, Arabic forms and vowel signs, titles' dots, spaces.
 * Two names with the same folded form are taken to be one speaker; an empty one is nobody.
 */
export function foldedName(name: unknown): string {
  if (typeof name !== "string") return "";
  return name
    .normalize("NFKD")
    .replace(/\p{M}|ـ/gu, "") // marks, tatweel
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
