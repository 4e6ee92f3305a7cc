"use client";

import {
  type CSSProperties,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { ArticleText } from "@/lib/editor/ArticleText";
import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { ArticleMark, PersonRange } from "@/lib/editor/marks";
import type { PaintMethod } from "@/lib/editor/painter";
import { type ReaderEvents, watchReader } from "@/lib/editor/readerEvents";
import { type ArticleSurfaceHandle, type LiveSurface, surfaceHandle } from "@/lib/editor/surfaceHandle";
import { useIntervalIndex, useLiveSurface, useTiptap } from "@/lib/editor/useLiveSurface";
import type { ArticleDocument } from "@/lib/text/document";

/** See {@link ArticleSurface}. Offsets are UTF-16 in the canonical text of `document`. */
export type ArticleSurfaceProps = ReaderEvents & {
  /** The revision's document; the same object for as long as it is the same revision. */
  document: ArticleDocument;
  /** The article's title, for those who cannot see which article this is. */
  label: string;
  language: string;
  direction: "ltr" | "rtl";
  /** What to paint. Keep the objects of marks that did not change: then a change costs what changed. */
  marks: readonly ArticleMark[];
  selectedId?: string | null;
  /** A range about to be tagged, painted as such. */
  pending?: OffsetRange | null;
  /** Where a search found something; the same list for as long as it found the same. */
  found?: readonly OffsetRange[];
  /** What other people have selected; the same list for as long as it is the same. */
  people?: readonly PersonRange[];
  /** Heights may have changed: Tiptap took over, a font arrived, the column was resized. */
  onLayout?: () => void;
  /** Forces a way of painting; by default the best this browser has. */
  painter?: PaintMethod;
  /** What lies over the text, placed from its top left corner. */
  children?: ReactNode;
  ref?: Ref<ArticleSurfaceHandle>;
};

const NOTHING: readonly OffsetRange[] = [];
const NOBODY: readonly PersonRange[] = [];

const ServerText = memo(ArticleText);

/**
 * An article to read, select in and pick highlights from. The server's text is shown, painted and selectable at
 * once; Tiptap's read-only view takes its place when it is ready. Needs highlights.css.
 */
export function ArticleSurface(props: ArticleSurfaceProps) {
  const { document, language, direction, marks, selectedId, pending, onLayout, ref } = props;
  const { found = NOTHING, people = NOBODY } = props;
  const frame = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const places = useMemo(() => ({ host, layer }), []);

  const index = useIntervalIndex(marks);
  const editor = useTiptap(document);
  const { live, text } = useLiveSurface(document, editor, places, props.painter);
  const latest = useLatest({ index, events: props as ReaderEvents, live, onLayout, text, pending });

  useLayoutEffect(() => live?.painter.paint(index), [live, index]);
  const selected = useMemo(
    () => (selectedId ? (marks.find((mark) => mark.id === selectedId) ?? null) : null),
    [marks, selectedId],
  );
  useLayoutEffect(() => live?.painter.emphasise("selected", selected), [live, selected]);
  const foundIndex = useIntervalIndex(found);
  useLayoutEffect(() => live?.painter.showFound(foundIndex), [live, foundIndex]);
  useLayoutEffect(() => live?.painter.showPeople(people), [live, people]);
  useLayoutEffect(() => live?.painter.emphasise("pending", pending ?? null), [live, pending]);

  useEffect(() => {
    if (!live) return;
    const marksNow = () => latest.current.index;
    const events = () => latest.current.events;
    return watchReader({ surface: live.surface, text, language, marks: marksNow, events });
  }, [live, text, language, latest]);

  useEffect(() => {
    if (!live) return;
    const observer = new ResizeObserver(() => latest.current.onLayout?.());
    observer.observe(live.surface.root);
    return () => observer.disconnect();
  }, [live, latest]);

  useImperativeHandle(
    ref,
    () =>
      surfaceHandle(
        () => frame.current,
        (): LiveSurface | null => latest.current.live,
        () => latest.current.index,
        () => ({ text: latest.current.text, pending: latest.current.pending ?? null }),
      ),
    [latest],
  );

  return (
    <article
      ref={frame}
      {...lengthOf(document, text)}
      lang={language}
      dir={direction}
      aria-label={props.label}
      tabIndex={-1}
    >
      <div ref={host}>
        {editor ? null : (
          <div className="stet-text" translate="no">
            <ServerText document={document} />
          </div>
        )}
      </div>
      <div ref={layer} className="stet-layer" aria-hidden="true" />
      {props.children}
    </article>
  );
}

/** More blocks than this, and only those near the screen are laid out. */
const MANY_BLOCKS = 300;
/** Of a usual column. */
const CHARACTERS_A_LINE = 68;

/** How the frame of an article says that it is long, and how many lines a usual block of it has. */
function lengthOf({ content }: ArticleDocument, text: string): { className: string; style?: CSSProperties } {
  if (content.length <= MANY_BLOCKS) return { className: "stet-article" };
  const lines = Math.ceil(text.length / content.length / CHARACTERS_A_LINE);
  return {
    className: "stet-article stet-long",
    style: { "--stet-usual-block": `${lines}lh` } as CSSProperties,
  };
}

/** A ref to the values of the last render, for listeners that outlive it. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
