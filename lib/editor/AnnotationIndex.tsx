"use client";

import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import { annotationsByBlock, type BlockAnnotations } from "@/lib/editor/annotationsByBlock";
import type { ArticleMark, MarkKind } from "@/lib/editor/marks";
import { type TextBlock, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument } from "@/lib/text/document";

const KIND_NAMES: Record<MarkKind, string> = {
  claim: "claim",
  figure: "figure",
  official_statement: "official statement",
};

/**
 * Tells a screen reader how many annotations each paragraph has, and leads to every one of them. Highlights are paint:
 * nothing of them is in the accessibility tree.
 *
 * It stands behind the article, not in it: ProseMirror undoes foreign elements in its DOM, and a note between
 * paragraphs would be read aloud as a part of the article. Off the screen until a key reaches it. A paragraph's
 * annotations are listed once it is opened: ten thousand of them are not ten thousand buttons.
 *
 * It follows what is painted a moment later: a key that tags must not wait for thousands of its lines.
 *
 * @param props.text the canonical text of `document`
 * @param props.onGo called with the id of an annotation; the same function while it can be
 */
export function AnnotationIndex(props: {
  document: ArticleDocument;
  text: string;
  language: string;
  marks: readonly ArticleMark[];
  onGo: (id: string) => void;
}) {
  const { document, text, language, onGo } = props;
  const marks = useDeferredValue(props.marks);
  const [openBlock, setOpenBlock] = useState<number | null>(null);
  const toggle = useCallback((block: number) => setOpenBlock((now) => (now === block ? null : block)), []);
  const blocks = useMemo(() => textBlocks(document), [document]);
  const entries = useMemo(() => annotationsByBlock(blocks, marks), [blocks, marks]);
  return (
    <nav className="stet-annotation-index" aria-label="Annotations by paragraph">
      <Entries {...{ entries, blocks, openBlock, text, language, onGo }} onToggle={toggle} />
    </nav>
  );
}

type Given = {
  text: string;
  language: string;
  onToggle: (block: number) => void;
  onGo: (id: string) => void;
};

const Entries = memo(function Entries(
  props: Given & {
    entries: readonly BlockAnnotations[];
    blocks: readonly TextBlock[];
    openBlock: number | null;
  },
) {
  const { entries, blocks, openBlock, ...given } = props;
  if (entries.length === 0) return <p>No annotations</p>;
  return (
    <ol>
      {entries.map((entry) => (
        <Line
          key={entry.block}
          block={entry.block}
          name={nameOf(entry, blocks[entry.block]?.type)}
          marks={entry.block === openBlock ? entry.marks : null}
          {...given}
        />
      ))}
    </ol>
  );
});

/** A paragraph; `marks` are null while it is closed, so that a closed one is drawn anew only when its name changes. */
const Line = memo(function Line(
  props: Given & { block: number; name: string; marks: readonly ArticleMark[] | null },
) {
  const { block, name, marks, text, language, onToggle, onGo } = props;
  return (
    <li>
      <button type="button" aria-expanded={marks !== null} onClick={() => onToggle(block)}>
        {name}
      </button>
      {marks && (
        <ol>
          {marks.map((mark) => (
            <li key={mark.id}>
              <button type="button" onClick={() => onGo(mark.id)}>
                {capitalised(KIND_NAMES[mark.kind])}:{" "}
                <bdi lang={language}>{text.slice(mark.start, mark.end)}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
});

/** One string: screen readers join the pieces of a split text without their spaces. */
function nameOf({ block, marks, kinds }: BlockAnnotations, type: TextBlock["type"] | undefined): string {
  const place = `${type === "heading" ? "Heading" : "Paragraph"} ${block + 1}`;
  const names = kinds.map((kind) => KIND_NAMES[kind]).join(", ");
  return `${place}: ${marks.length} ${marks.length === 1 ? "annotation" : "annotations"} (${names})`;
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
