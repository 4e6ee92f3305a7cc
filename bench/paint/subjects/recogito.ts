import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { expose } from "@/bench/paint/page";
import { showStatic } from "@/bench/paint/staticArticle";
import type { ArticleMark } from "@/lib/editor/marks";
import { textBlocks } from "@/lib/text/canonical";

/** @recogito/text-annotator with its default renderer. */
let annotator: TextAnnotator<TextAnnotation, TextAnnotation>;
let root: HTMLElement;
let text = "";
let blockStarts: number[] = [];

/** Its offsets count the characters of the DOM, which has no `\n` between blocks. */
function toAnnotation(mark: ArticleMark): TextAnnotation {
  const breaksBefore = (offset: number) => blockStarts.findLastIndex((start) => start <= offset);
  const selector = {
    quote: text.slice(mark.start, mark.end).replaceAll("\n", ""),
    start: mark.start - breaksBefore(mark.start),
    end: mark.end - breaksBefore(mark.end - 1),
  };
  // It makes the missing `range` itself, from the offsets.
  return {
    id: mark.id,
    bodies: [],
    target: { annotation: mark.id, selector: [selector] },
  } as unknown as TextAnnotation;
}

expose({
  mount(article) {
    root = showStatic(article.document);
    text = article.text;
    blockStarts = textBlocks(article.document).map((block) => block.start);
    annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, { annotatingEnabled: false });
  },
  paint: (marks) => annotator.setAnnotations(marks.map(toAnnotation)),
  add: (mark) => annotator.addAnnotation(toAnnotation(mark)),
  painted: () => root.querySelectorAll(".r6o-annotation").length,
});
