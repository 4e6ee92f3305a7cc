import {
  createTextAnnotator,
  type RendererType,
  type TextAnnotation,
  type TextAnnotator,
} from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { expose } from "@/bench/paint/page";
import { showStatic } from "@/bench/paint/staticArticle";
import type { ArticleMark } from "@/lib/editor/marks";
import { textBlocks } from "@/lib/text/canonical";

/** Exposes @recogito/text-annotator with one of its renderers; `painted` counts what that one has painted. */
export function exposeRecogito(renderer: RendererType, painted: (root: HTMLElement) => number): void {
  let annotator: TextAnnotator<TextAnnotation, TextAnnotation>;
  let root: HTMLElement;
  let text = "";
  let blockStarts: number[] = [];

  /** Its offsets count the characters of the DOM, which has no `\n` between blocks. */
  const toAnnotation = (mark: ArticleMark): TextAnnotation => {
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
  };

  expose({
    mount(article) {
      root = showStatic(article.document);
      text = article.text;
      blockStarts = textBlocks(article.document).map((block) => block.start);
      const options = { annotatingEnabled: false, renderer };
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, options);
    },
    paint: (marks) => annotator.setAnnotations(marks.map(toAnnotation)),
    add: (mark) => annotator.addAnnotation(toAnnotation(mark)),
    painted: () => painted(root),
  });
}
