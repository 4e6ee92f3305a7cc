"use client";

import { useMemo } from "react";
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
 * @param props.onGo called with the id of the first annotation of a paragraph
 */
export function AnnotationIndex(props: {
  document: ArticleDocument;
  marks: readonly ArticleMark[];
  onGo: (id: string) => void;
}) {
  const { document, marks, onGo } = props;
  const blocks = useMemo(() => textBlocks(document), [document]);
  const entries = useMemo(() => annotationsByBlock(blocks, marks), [blocks, marks]);
  return (
    <nav className="stet-annotation-index" aria-label="Annotations by paragraph">
      {entries.length === 0 ? (
        <p>No annotations</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.block}>
              <button type="button" onClick={() => onGo(entry.firstId)}>
                {nameOf(entry, blocks[entry.block]?.type)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

/** One string: screen readers join the pieces of a split text without their spaces. */
function nameOf({ block, count, kinds }: BlockAnnotations, type: TextBlock["type"] | undefined): string {
  const place = `${type === "heading" ? "Heading" : "Paragraph"} ${block + 1}`;
  const names = kinds.map((kind) => KIND_NAMES[kind]).join(", ");
  return `${place}: ${count} ${count === 1 ? "annotation" : "annotations"} (${names})`;
}
