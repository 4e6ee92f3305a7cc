import type { IntervalIndex, OffsetRange } from "@/lib/editor/intervalIndex";
import type { ArticleMark } from "@/lib/editor/marks";
import { characterAt } from "@/lib/editor/pointer";
import { selectedOffsets } from "@/lib/editor/selection";
import { type SelectionEvents, watchSelection } from "@/lib/editor/selectionWatch";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { sentences } from "@/lib/text/sentences";

/** What a reader does on a surface. Offsets are UTF-16 in the canonical text. */
export type ReaderEvents = SelectionEvents & {
  /** Highlights were clicked: all that lie there, by start; `point` is in viewport pixels. */
  onPick?: (ids: string[], point: { x: number; y: number }) => void;
  /** Text without a highlight was clicked: the sentence it is in. */
  onSentence?: (range: OffsetRange) => void;
};

export type Reading = {
  surface: SurfaceText;
  text: string;
  language: string;
  /** Asked at each event, so that the latest marks and callbacks count. */
  marks: () => IntervalIndex<ArticleMark>;
  events: () => ReaderEvents;
};

/** Reports what the reader does on a surface, until the returned function is called. */
export function watchReader(reading: Reading): () => void {
  const selection = watchSelection(reading);
  const click = (event: MouseEvent) => onClick(reading, event, selection.forget);
  reading.surface.root.addEventListener("click", click);
  return () => {
    selection.stop();
    reading.surface.root.removeEventListener("click", click);
  };
}

function onClick(reading: Reading, event: MouseEvent, forgetSelection: () => void): void {
  const { surface, text, language } = reading;
  // Enter on a link is a click without a pointer; Ctrl, Cmd or Shift asks for the link itself.
  if (event.button !== 0 || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // A link in an article is something to check before it is somewhere to go.
  if (event.target instanceof Element && event.target.closest("a[href]")) event.preventDefault();
  // The second click of a double click has selected a word; the end of a drag is a click, too.
  if (event.detail > 1 || selectedOffsets(surface, text)) return;
  const offset = characterAt(surface, event.clientX, event.clientY);
  if (offset === null) return;
  const found = reading.marks().at(offset);
  // The click has taken the selection away; what it takes instead must outlive that news.
  forgetSelection();
  if (found.length > 0) {
    const ids = found.map((mark) => mark.id);
    reading.events().onPick?.(ids, { x: event.clientX, y: event.clientY });
    return;
  }
  const block = surface.blocks[surface.blockAt(offset)];
  if (!block) return;
  // A sentence never crosses blocks, so the rest of the article need not be read.
  for (const { start, end } of sentences(text.slice(block.start, block.end), language)) {
    if (start <= offset - block.start && offset - block.start < end) {
      reading.events().onSentence?.({ start: block.start + start, end: block.start + end });
      return;
    }
  }
}
