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
  test("counts each annotation once, where it starts, and names the first", () => {
    const marks = [
      mark("c", 25, 28, "figure"),
      mark("b", 12, 30),
      mark("a", 11, 13, "figure"),
      mark("d", 20, 22),
    ];
    expect(annotationsByBlock(blocks, marks)).toEqual([
      { block: 1, count: 3, kinds: ["figure", "claim"], firstId: "a" },
      { block: 2, count: 1, kinds: ["figure"], firstId: "c" },
    ]);
  });

  test("nothing to count", () => {
    expect(annotationsByBlock(blocks, [])).toEqual([]);
    expect(annotationsByBlock([], [])).toEqual([]);
  });
});
