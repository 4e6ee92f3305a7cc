import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { characterDirection } from "@/lib/editor/characterDirection";
import { trimmedRange } from "@/lib/editor/trimmedRange";
import { canonicalText } from "@/lib/text/canonical";
import type { ArticleDocument } from "@/lib/text/document";
import { graphemeEnd, snapToGraphemes } from "@/lib/text/graphemes";
import { anyArticle } from "./surface/anyArticle";
import { openBareSurface } from "./surface/bundle";
import type { Counted, View } from "./surface/page";

const views: readonly View[] = ["server", "tiptap"];
/** The same cases each run; another seed or a failure's path comes from fast-check's own report. */
const SEED = 20_240_607;
const number = fc.nat(1_000_000);

/** The offsets that characters counted in the DOM stand for, as an editor means them; null where there is none. */
function offsetsOfCounted(text: string, { before, upTo }: Counted): { start: number; end: number } | null {
  if (before >= upTo) return null;
  // The DOM has no line breaks between its blocks.
  const shown = [...text.matchAll(/[^\n]/g)].map((match) => match.index);
  const [first, last] = [shown[before], shown[upTo - 1]];
  if (first === undefined || last === undefined) throw new Error("The DOM has more characters than the text");
  return trimmedRange(text, first, last + 1);
}

for (const view of views) {
  test(`any range of any article is selected and read back the same: ${view}`, async ({ page }) => {
    await openBareSurface(page);
    const direction = fc.constantFrom("ltr" as const, "rtl" as const);
    await fc.assert(
      fc.asyncProperty(
        anyArticle,
        direction,
        fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 8 }),
        async (document, dir, pairs) => {
          const text = canonicalText(document);
          const ink = [...text.matchAll(/\S/g)].map((match) => match.index);
          const ranges = pairs.flatMap(([a, b]) => {
            const [x, y] = [ink[a % ink.length] ?? 0, ink[b % ink.length] ?? 0];
            return [snapToGraphemes(text, Math.min(x, y), Math.max(x, y) + 1)];
          });
          const answers = await page.evaluate(
            (given) => {
              window.bare.mount(given.document, given.view, given.dir);
              return given.ranges.map((range) => window.bare.select(range));
            },
            { document, view, dir, ranges },
          );
          answers.forEach(({ read, counted }, i) => {
            expect(read).toEqual(ranges[i]);
            expect(offsetsOfCounted(text, counted)).toEqual(ranges[i]);
          });
        },
      ),
      { numRuns: 80, seed: SEED },
    );
  });

  test(`any two places in the DOM are the offsets of the characters between them: ${view}`, async ({
    page,
  }) => {
    await openBareSurface(page);
    const point = fc.record({ node: number, offset: number });
    const pairs = fc.array(fc.tuple(point, point), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyArticle, pairs, async (document, points) => {
        const text = canonicalText(document);
        const answers = await page.evaluate(
          (given) => {
            window.bare.mount(given.document, given.view, "ltr");
            return given.points.map(([a, b]) => window.bare.read(a, b));
          },
          { document, view, points },
        );
        for (const { read, counted } of answers) expect(read).toEqual(offsetsOfCounted(text, counted));
      }),
      { numRuns: 80, seed: SEED },
    );
  });
}

/** Arabic with a Latin name, digits and a link in it; English with an Arabic name; a list. */
const mixed: ArticleDocument = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "قال Barack Obama إن " },
        { type: "text", text: "490", marks: [{ type: "bold" }] },
        { type: "text", text: " شخصا خرجوا من سجن " },
        {
          type: "text",
          text: "Adra قرب دمشق",
          marks: [{ type: "link", attrs: { href: "https://stet.example/a" } }],
        },
        { type: "text", text: " في 9 June بعد مرسوم رقم 22 صدر" },
      ],
    },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            {
              type: "paragraph",
              content: [
                { type: "text", text: "The word " },
                { type: "text", text: "عفو عام", marks: [{ type: "italic" }] },
                { type: "text", text: " means amnesty, 2 of them in 2014" },
              ],
            },
          ],
        },
      ],
    },
  ],
};

for (const direction of ["rtl", "ltr"] as const) {
  test(`a drag of the mouse over mixed text takes the characters under it: ${direction}`, async ({
    page,
  }) => {
    await openBareSurface(page);
    await page.evaluate((given) => window.bare.mount(given.mixed, "tiptap", given.direction), {
      mixed,
      direction,
    });
    const text = canonicalText(mixed);
    const newline = text.indexOf("\n");
    const letters = [...text.matchAll(/[\p{L}\p{Nd}]/gu)].map((match) => match.index);
    /** Where in a character the hand begins or ends, so that it is taken: near its beginning, or its end. */
    const place = async (offset: number, side: "before" | "behind") => {
      const block = offset > newline ? 1 : 0;
      const inBlock = block === 1 ? offset - newline - 1 : offset;
      const box = await page.evaluate((at) => window.bare.boxOf(...at), [
        block,
        inBlock,
        inBlock + graphemeEnd(text, offset + 1) - offset,
      ] as [number, number, number]);
      if (!box) throw new Error(`Character ${offset} is not shown`);
      const fromLeft = (characterDirection(text, offset, direction) === "ltr") === (side === "before");
      return { x: box.left + (box.right - box.left) * (fromLeft ? 0.2 : 0.8), y: box.y };
    };
    const letter = fc.nat(letters.length - 1);
    await fc.assert(
      fc.asyncProperty(letter, letter, fc.boolean(), async (a, b, isBackward) => {
        const [i, j] = [letters[Math.min(a, b)] ?? 0, letters[Math.max(a, b)] ?? 0];
        const ends = [await place(i, "before"), await place(j, "behind")] as const;
        const [from, to] = isBackward ? [ends[1], ends[0]] : ends;
        await page.evaluate(() => getSelection()?.removeAllRanges());
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
        await page.mouse.move(to.x, to.y);
        await page.mouse.up();
        const read = await page.evaluate(() => window.bare.selected());
        expect(read && text.slice(read.start, read.end)).toBe(text.slice(i, j + 1));
        expect(read).toEqual({ start: i, end: j + 1 });
      }),
      { numRuns: 60, seed: SEED },
    );
  });
}
