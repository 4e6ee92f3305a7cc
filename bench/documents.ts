import { ARABIC, ENGLISH, type Prose } from "@/bench/prose";
import { seededRandom } from "@/bench/random";
import type { ArticleMark, MarkKind } from "@/lib/editor/marks";
import { canonicalText, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument, Block, TextNode } from "@/lib/text/document";

export type Size = "S" | "M" | "L";

/** Words and annotations of each size, as `performance` targets name them. */
export const SIZES: Record<Size, { words: number; annotations: number }> = {
  S: { words: 1_000, annotations: 40 },
  M: { words: 10_000, annotations: 1_000 },
  L: { words: 100_000, annotations: 10_000 },
};

export type BenchArticle = { document: ArticleDocument; text: string; marks: ArticleMark[] };

const KINDS: readonly MarkKind[] = ["claim", "figure", "official_statement"];

/**
 * A made-up article of a size, the same for the same seed: paragraphs of three to five sentences, each fourth in
 * Arabic, each twelfth a heading, some words emphasised; annotations over parts of sentences, some across them or
 * over each other.
 */
export function makeArticle(size: Size, seed = 7): BenchArticle {
  const random = seededRandom(seed);
  const { words, annotations } = SIZES[size];
  const content: Block[] = [];
  for (let written = 0, block = 0; written < words; block++) {
    const prose = block % 4 === 3 ? ARABIC : ENGLISH;
    const isHeading = block % 12 === 0;
    const sentences = Array.from({ length: isHeading ? 1 : 3 + Math.floor(random() * 3) }, () =>
      sentence(prose, random),
    );
    written += sentences.join(" ").split(" ").length;
    content.push(
      isHeading
        ? { type: "heading", attrs: { level: block === 0 ? 1 : 2 }, content: [plain(sentences.join(" "))] }
        : { type: "paragraph", content: emphasised(sentences, random) },
    );
  }
  const document: ArticleDocument = { type: "doc", content };
  return { document, text: canonicalText(document), marks: makeMarks(document, annotations, random) };
}

function sentence(prose: Prose, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const parts = [pick(prose.subjects), pick(prose.verbs), pick(prose.objects)];
  if (random() < 0.7) parts.push(pick(prose.tails));
  return parts.join(" ") + prose.stop;
}

function plain(text: string): TextNode {
  return { type: "text", text };
}

/** Some paragraphs have a sentence in bold or italics, so that text is spread over several DOM nodes. */
function emphasised(sentences: readonly string[], random: () => number): TextNode[] {
  const [first = "", ...rest] = sentences;
  const others = plain(` ${rest.join(" ")}`);
  if (random() > 0.3) return [plain(first + others.text)];
  return [{ ...plain(first), marks: [{ type: random() < 0.5 ? "bold" : "italic" }] }, others];
}

function makeMarks(document: ArticleDocument, count: number, random: () => number): ArticleMark[] {
  const blocks = textBlocks(document);
  const end = blocks.at(-1)?.end ?? 0;
  const marks = Array.from({ length: count }, (_, i): ArticleMark => {
    const block = blocks[Math.floor(random() * blocks.length)];
    const size = (block?.end ?? 0) - (block?.start ?? 0);
    const start = (block?.start ?? 0) + Math.floor(random() * size * 0.8);
    const length = 10 + Math.floor(random() * 110);
    const kind = KINDS[i % KINDS.length] ?? "claim";
    return { id: `mark-${i}`, start, end: Math.min(end, start + length), kind, flagged: i % 10 === 0 };
  });
  return marks.sort((a, b) => a.start - b.start);
}
