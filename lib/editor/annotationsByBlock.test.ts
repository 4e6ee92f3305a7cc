import { describe, expect, test } from "vitest";
import { annotationsByBlock } from "@/lib/editor/annotationsByBlock";
import type { ArticleMark } from "@/lib/editor/marks";
import type { TextBlock } from "@/lib/text/canonical";

const blocks: TextBlock[] = [
  { start: 0, end: 10, pos: 1, type: "heading", level: 1 },
  { start: 11, end: 20, pos: 13, type: "paragraph" },
  { start: 21, end: 30, pos: 24, type: "paragraph" },
];
const mark = (id: string, start: number, end: number, kind: ArticleMark["kind"] = "claim"): ArticleMark => ({
  id,
  start,
  end,
  kind,
});

describe("annotationsByBlock", () => {
  test("has each annotation once, where it starts, in the order of the text", () => {
    const marks = [
      mark("c", 25, 28, "figure"),
      mark("b", 12, 30),
      mark("a", 11, 13, "figure"),
      mark("d", 20, 22),
    ];
    const found = annotationsByBlock(blocks, marks);
    expect(found.map((one) => ({ ...one, marks: one.marks.map(({ id }) => id) }))).toEqual([
      { block: 1, marks: ["a", "b", "d"], kinds: ["figure", "claim"] },
      { block: 2, marks: ["c"], kinds: ["figure"] },
    ]);
  });

  test("nothing to count", () => {
    expect(annotationsByBlock(blocks, [])).toEqual([]);
    expect(annotationsByBlock([], [])).toEqual([]);
  });
});
