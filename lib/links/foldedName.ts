import { fold } from "@/lib/search/fold";

/**
 * A name without what people spell differently: what a search folds, and titles' dots and other signs.
 * Two names with the same folded form are taken to be one speaker; an empty one is nobody.
 */
export function foldedName(name: unknown): string {
  if (typeof name !== "string") return "";
  return fold(name)
    .text.replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
