import { makeArticle, type Size } from "@/bench/documents";
import { articleRoot, type Subject } from "@/bench/paint/subject";
import type { ArticleMark } from "@/lib/editor/marks";
import { surfaceText } from "@/lib/editor/surfaceText";
import { textBetween } from "@/lib/editor/visibleText";
import { textBlocks } from "@/lib/text/canonical";

/** What the runner calls in the page. Times are milliseconds. */
export type BenchPage = {
  mount(size: Size): Promise<void>;
  /** Paints all marks; answers when the visible ones are on the screen. */
  paint(): Promise<void>;
  /** Adds one more mark inside the viewport; answers when it is on the screen. */
  add(n: number): Promise<void>;
  /** Hit-tests so many times at the middle of a visible mark. */
  hit(times: number): void;
  counts(): { painted: number; visible: number };
};

declare global {
  interface Window {
    bench: BenchPage;
  }
}

/** Makes a subject callable from the runner. */
export function expose(subject: Subject): void {
  let marks: ArticleMark[] = [];
  let blocks: ReturnType<typeof textBlocks> = [];

  const visibleMarks = () => {
    const surface = surfaceText(articleRoot(), blocks);
    const near = textBetween(surface, 0, innerHeight);
    if (!near) return [];
    return marks
      .filter((mark) => mark.start < near.end && mark.end > near.start)
      .map((mark) => ({ mark, boxes: surface.boxesOf(mark.start, mark.end).filter(isOnScreen) }))
      .filter(({ boxes }) => boxes.length > 0);
  };

  window.bench = {
    async mount(size) {
      const article = makeArticle(size);
      marks = article.marks;
      blocks = textBlocks(article.document);
      await subject.mount(article);
      await twoFrames();
    },
    async paint() {
      subject.paint(marks);
      do await twoFrames();
      while (subject.painted() === 0);
    },
    async add(n) {
      const block = blocks[1];
      if (!block) throw new Error("The article has one block only");
      const start = block.start + 3 + n;
      const before = subject.painted();
      const mark: ArticleMark = { id: `added-${n}`, start, end: start + 30, kind: "claim" };
      marks = [...marks, mark];
      subject.add(mark);
      do await twoFrames();
      while (subject.painted() === before);
    },
    hit(times) {
      const target = visibleMarks()[0];
      const box = target?.boxes[0];
      if (!target || !box || !subject.hit) throw new Error("There is nothing to hit");
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      if (!subject.hit(x, y).includes(target.mark.id)) throw new Error("The hit-test missed a visible mark");
      for (let i = 0; i < times; i++) subject.hit(x, y);
    },
    counts: () => ({ painted: subject.painted(), visible: visibleMarks().length }),
  };
}

function isOnScreen(box: DOMRect): boolean {
  return box.bottom > 0 && box.top < innerHeight;
}

/** After the second frame has begun, the first has been drawn. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
