import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { previewText } from "@/lib/importing/previewText";
import { sentences } from "@/lib/text/sentences";

// The two stories are not part of the project; where they are absent these tests say so by being skipped.
const folder = join(import.meta.dirname, "../../../shared/articles");
const isAbsent = !existsSync(folder);
const named = (prefix: string) => {
  const file = readdirSync(folder).find((name) => name.startsWith(prefix));
  if (!file) throw new Error(`No story ${prefix} in ${folder}`);
  return readFileSync(join(folder, file), "utf8");
};

describe("the two stories (skipped when ../shared/articles is absent)", () => {
  // Counted by a reader: a photo caption, thirteen paragraphs, and the line of the contributor.
  test.skipIf(isAbsent)("2014: blank lines part its 15 paragraphs, three wraps are healed", () => {
    const { text, paragraphs, rule, healed, language, direction, warnings } = previewText(
      named("000"),
      "auto",
    );
    expect({ paragraphs, rule, language, direction, warnings }).toEqual({
      paragraphs: 15,
      rule: "blank-line",
      language: "en",
      direction: "ltr",
      warnings: [],
    });
    expect(healed?.map((wrap) => wrap.after)).toEqual(["al-Assad", "al-Mallohi,", "that Assad’s"]);
    expect(text).not.toMatch(/al- |- ?\n| \n|\n /);
    expect(text).toContain("490\u00a0people");
    expect(text).toContain("\u2009.\u2009.");
    const blocks = text.split("\n");
    // The wraps began lines with these words; no paragraph does.
    expect(blocks.filter((block) => /^(?:Mallohi|Assad’s allies)/.test(block))).toEqual([]);
    expect(blocks.slice(1).every((block) => /[.”]$/.test(block))).toBe(true);
  });

  // Counted by a reader: twenty paragraphs, each on a line of its own.
  test.skipIf(isAbsent)("2011: every newline parts its 20 paragraphs, nothing is healed", () => {
    const source = named("003");
    const { text, paragraphs, rule, healed, language } = previewText(source, "auto");
    expect({ paragraphs, rule, healed, language }).toEqual({
      paragraphs: 20,
      rule: "line",
      healed: [],
      language: "en",
    });
    expect(text).toBe(source.trimEnd().normalize("NFC"));
  });

  test.skipIf(isAbsent)("their sentences are what a reader counts", () => {
    const count = (prefix: string) => {
      const { text } = previewText(named(prefix), "auto");
      const perBlock = new Array<number>(text.split("\n").length).fill(0);
      for (const { start } of sentences(text, "en")) {
        const block = text.slice(0, start).split("\n").length - 1;
        perBlock[block] = (perBlock[block] ?? 0) + 1;
      }
      return perBlock;
    };
    // The caption's credit in brackets counts as a sentence of its own.
    expect(count("000")).toEqual([2, 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 1, 2, 1, 1]);
    expect(count("003")).toEqual([1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 3, 1]);
  });
});
