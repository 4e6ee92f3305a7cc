import type { Size } from "@/bench/documents";

/** Subjects in the order they run: the slow ones last, so that they disturb nobody. Runs by size. */
export const SUBJECTS: readonly { name: string; runs: Record<Size, number> }[] = [
  { name: "stet", runs: { S: 5, M: 5, L: 5 } },
  { name: "highlight-all", runs: { S: 5, M: 5, L: 5 } },
  { name: "tiptap-decorations", runs: { S: 5, M: 5, L: 3 } },
  { name: "recogito-highlights", runs: { S: 5, M: 5, L: 1 } },
  { name: "recogito", runs: { S: 5, M: 5, L: 1 } },
  { name: "wrapping", runs: { S: 5, M: 5, L: 1 } },
];
