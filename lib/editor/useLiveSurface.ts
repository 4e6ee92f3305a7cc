import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { hasHighlights } from "@/lib/editor/highlightBrush";
import { type IntervalIndex, intervalIndex, type OffsetRange } from "@/lib/editor/intervalIndex";
import { mountArticle } from "@/lib/editor/mountArticle";
import { createPainter, type PaintMethod } from "@/lib/editor/painter";
import { selectedOffsets, selectOffsets } from "@/lib/editor/selection";
import type { LiveSurface } from "@/lib/editor/surfaceHandle";
import { surfaceText } from "@/lib/editor/surfaceText";
import { canonicalText, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument } from "@/lib/text/document";

/** Where a surface is: the element the text goes into, and the layer over it. */
export type SurfacePlaces = {
  host: RefObject<HTMLElement | null>;
  layer: RefObject<HTMLElement | null>;
};

/** Builds Tiptap's view when the browser has a moment; null until then, while the server's text is shown. */
export function useTiptap(document: ArticleDocument): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    let made: Editor | null = null;
    const cancel = whenIdle(() => {
      made = mountArticle(document);
      setEditor(made);
    });
    return () => {
      cancel();
      made?.destroy();
      setEditor(null);
    };
  }, [document]);
  return editor;
}

/**
 * Pairs text and DOM and makes a painter, first over the server's text, then over Tiptap's, which takes its place
 * in the same frame with the reader's selection kept.
 */
export function useLiveSurface(
  document: ArticleDocument,
  editor: Editor | null,
  places: SurfacePlaces,
  method: PaintMethod | undefined,
): { live: LiveSurface | null; text: string } {
  const text = useMemo(() => canonicalText(document), [document]);
  const [live, setLive] = useState<LiveSurface | null>(null);
  const kept = useRef<OffsetRange | null>(null);
  const { host, layer } = places;

  // Asked while rendering the change: React takes the server's text away before any effect runs.
  const current = useRef<LiveSurface | null>(null);
  const before = useRef<Editor | null>(null);
  if (editor && before.current !== editor && current.current) {
    kept.current = selectedOffsets(current.current.surface, text);
    before.current = editor;
  }

  useLayoutEffect(() => {
    const root = host.current;
    const over = layer.current;
    if (!root || !over) return;
    if (editor) root.append(editor.view.dom);
    const shown = root.querySelector<HTMLElement>(".stet-text");
    if (!shown) return;
    const surface = surfaceText(shown, textBlocks(document));
    const painter = createPainter(surface, over, method ?? (hasHighlights() ? "highlights" : "overlay"));
    if (kept.current) selectOffsets(surface, kept.current);
    kept.current = null;
    current.current = { surface, painter };
    setLive(current.current);
    return () => {
      painter.destroy();
      current.current = null;
    };
  }, [document, editor, host, layer, method]);
  return { live, text };
}

/** An interval index that is carried from one list of ranges to the next. */
export function useIntervalIndex<T extends OffsetRange>(items: readonly T[]): IntervalIndex<T> {
  const previous = useRef<IntervalIndex<T> | null>(null);
  return useMemo(() => {
    const next = previous.current ? previous.current.changedTo(items) : intervalIndex(items);
    previous.current = next;
    return next;
  }, [items]);
}

function whenIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(run, 1);
    return () => clearTimeout(timer);
  }
  const ticket = requestIdleCallback(run, { timeout: 300 });
  return () => cancelIdleCallback(ticket);
}
