import type { ArticleMark, MarkKind } from "@/lib/editor/marks";
import type { TextBlock } from "@/lib/text/canonical";

/** The annotations that start in one textblock. */
export type BlockAnnotations = {
  /** Index of the textblock, from 0. */
  block: number;
  /** In the order of the text. */
  marks: ArticleMark[];
  /** Kinds present, each once, in the order of their first appearance. */
  kinds: MarkKind[];
};

/** Annotations by the textblock they start in; blocks without any are left out. O(n) for marks by start. */
export function annotationsByBlock(
  blocks: readonly TextBlock[],
  marks: readonly ArticleMark[],
): BlockAnnotations[] {
  const found: BlockAnnotations[] = [];
  let block = 0;
  for (const mark of byStart(marks)) {
    while ((blocks[block + 1]?.start ?? Number.POSITIVE_INFINITY) <= mark.start) block++;
    const last = found.at(-1);
    if (last?.block !== block) found.push({ block, marks: [mark], kinds: [mark.kind] });
    else {
      last.marks.push(mark);
      if (!last.kinds.includes(mark.kind)) last.kinds.push(mark.kind);
    }
  }
  return found;
}

function byStart(marks: readonly ArticleMark[]): readonly ArticleMark[] {
  const isSorted = marks.every((mark, i) => mark.start >= (marks[i - 1]?.start ?? 0));
  return isSorted ? marks : marks.toSorted((a, b) => a.start - b.start);
}
