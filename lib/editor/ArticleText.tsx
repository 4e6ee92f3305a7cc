import { createElement, Fragment, type ReactNode } from "react";
import { LINK_ATTRIBUTES } from "@/lib/editor/articleExtensions";
import {
  type ArticleDocument,
  type Block,
  isSafeHref,
  type ListItem,
  type Mark,
  type TextNode,
} from "@/lib/text/document";

const ELEMENTS = {
  blockquote: "blockquote",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  bold: "strong",
  italic: "em",
  strike: "s",
  underline: "u",
  code: "code",
  subscript: "sub",
  superscript: "sup",
} as const;

/** Nesting of marks, outermost first: the rank Tiptap's schema gives them (a test compares the two). */
export const MARK_ORDER: readonly Mark["type"][] = [
  "link",
  "bold",
  "code",
  "italic",
  "strike",
  "underline",
  "subscript",
  "superscript",
];

/**
 * An article as plain React elements, with the same DOM that Tiptap makes of it, so that Tiptap can take its place
 * without anything moving. Needs no browser: usable in server components.
 */
export function ArticleText({ document }: { document: ArticleDocument }) {
  return <>{document.content.map(renderBlock)}</>;
}

function renderBlock(block: Block | ListItem, key: number): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p key={key}>{renderInline(block.content.map(rankMarks))}</p>;
    case "heading":
      return createElement(`h${block.attrs.level}`, { key }, renderInline(block.content.map(rankMarks)));
    case "horizontalRule":
      // Tiptap sets contenteditable on leaves.
      return <hr key={key} contentEditable={false} suppressContentEditableWarning />;
    default:
      return createElement(ELEMENTS[block.type], { key }, (block.content as Block[]).map(renderBlock));
  }
}

type Run = { text: string; marks: readonly Mark[] };

function rankMarks(node: TextNode): Run {
  const marks = node.marks ?? [];
  return {
    text: node.text,
    marks: marks.toSorted((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type)),
  };
}

/** Neighbours with the same outer mark share its element, as ProseMirror draws them. */
function renderInline(runs: readonly Run[]): ReactNode {
  const drawn: ReactNode[] = [];
  for (let i = 0; i < runs.length; ) {
    const first = runs[i];
    if (!first) break;
    const outer = first.marks[0];
    let next = i + 1;
    while (next < runs.length && sameMark(runs[next]?.marks[0], outer)) next++;
    const group = runs.slice(i, next);
    drawn.push(
      outer ? (
        renderMark(
          outer,
          i,
          renderInline(group.map((run) => ({ text: run.text, marks: run.marks.slice(1) }))),
        )
      ) : (
        <Fragment key={i}>{group.map((run) => run.text).join("")}</Fragment>
      ),
    );
    i = next;
  }
  return drawn;
}

function renderMark(mark: Mark, key: number, children: ReactNode): ReactNode {
  if (mark.type !== "link") return createElement(ELEMENTS[mark.type], { key }, children);
  // Tiptap keeps a link it distrusts, without its target.
  const href = isSafeHref(mark.attrs.href) ? mark.attrs.href : "";
  return (
    <a key={key} {...LINK_ATTRIBUTES} href={href}>
      {children}
    </a>
  );
}

function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  if (a?.type !== b?.type) return false;
  return a?.type !== "link" || b?.type !== "link" || a.attrs.href === b.attrs.href;
}
