"use client";

import { memo, useDeferredValue, useMemo } from "react";
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
 * Tells a screen reader how many annotations each paragraph has, and leads to them. Highlights are paint: nothing
 * of them is in the accessibility tree.
 *
 * It stands behind the article, not in it: ProseMirror undoes foreign elements in its DOM, and a note between
 * paragraphs would be read aloud as a part of the article. Off the screen until a key reaches it.
 *
 * It follows what is painted a moment later: a key that tags must not wait for thousands of its lines.
 *
 * @param props.onGo called with the id of the first annotation of a paragraph; the same function while it can be
 */
export function AnnotationIndex(props: {
  document: ArticleDocument;
  marks: readonly ArticleMark[];
  onGo: (id: string) => void;
}) {
  const { document, onGo } = props;
  const marks = useDeferredValue(props.marks);
  const blocks = useMemo(() => textBlocks(document), [document]);
  const entries = useMemo(() => annotationsByBlock(blocks, marks), [blocks, marks]);
  return (
    <nav className="stet-annotation-index" aria-label="Annotations by paragraph">
      <Entries entries={entries} blocks={blocks} onGo={onGo} />
    </nav>
  );
}

const Entries = memo(function Entries(props: {
  entries: readonly BlockAnnotations[];
  blocks: readonly TextBlock[];
  onGo: (id: string) => void;
}) {
  const { entries, blocks, onGo } = props;
  if (entries.length === 0) return <p>No annotations</p>;
  return (
    <ol>
      {entries.map((entry) => (
        <Line
          key={entry.block}
          name={nameOf(entry, blocks[entry.block]?.type)}
          firstId={entry.firstId}
          onGo={onGo}
        />
      ))}
    </ol>
  );
});

const Line = memo(function Line(props: { name: string; firstId: string; onGo: (id: string) => void }) {
  const { name, firstId, onGo } = props;
  return (
    <li>
      <button type="button" onClick={() => onGo(firstId)}>
        {name}
      </button>
    </li>
  );
});

/** One string: screen readers join the pieces of a split text without their spaces. */
function nameOf({ block, count, kinds }: BlockAnnotations, type: TextBlock["type"] | undefined): string {
  const place = `${type === "heading" ? "Heading" : "Paragraph"} ${block + 1}`;
  const names = kinds.map((kind) => KIND_NAMES[kind]).join(", ");
  return `${place}: ${count} ${count === 1 ? "annotation" : "annotations"} (${names})`;
}
