import { describe, expect, test } from "vitest";
import { makeArticle, SIZES, type Size } from "@/bench/documents";
import { overlaps } from "@/lib/editor/marks";
import { articleDocument } from "@/lib/text/document";

describe("makeArticle", () => {
  test.each(["S", "M", "L"] as Size[])(
    "%s is an article of its size, with overlapping annotations",
    (size) => {
      const { document, text, marks } = makeArticle(size);
      const words = text.split(/\s+/).length;
      expect(articleDocument.safeParse(document).error).toBeUndefined();
      expect(words).toBeGreaterThanOrEqual(SIZES[size].words);
      expect(words).toBeLessThan(SIZES[size].words + 120);
      expect(marks).toHaveLength(SIZES[size].annotations);
      expect(marks.every((mark) => mark.start >= 0 && mark.start < mark.end && mark.end <= text.length)).toBe(
        true,
      );
      expect(overlaps(marks).length).toBeGreaterThan(0);
    },
  );

  test("is a quarter Arabic", () => {
    const { document, text } = makeArticle("M");
    const blocks = text.split("\n");
    const arabic = blocks.filter((block) => /\p{Script=Arabic}/u.test(block));
    expect(arabic.length / blocks.length).toBeCloseTo(0.25, 1);
    expect(document.content).toHaveLength(blocks.length);
  });

  test("is the same every time", () => {
    expect(makeArticle("S")).toEqual(makeArticle("S"));
    expect(makeArticle("S", 8).text).not.toBe(makeArticle("S").text);
  });
});
