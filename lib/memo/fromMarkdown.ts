import { Extension, type JSONContent } from "@tiptap/core";
import { MarkdownManager } from "@tiptap/markdown";
import { memoExtensions, memoSchema } from "./extensions";
import { fitted } from "./fit";

/** Blocks that the editor has no node for stand in it as they were written, so that editing never drops them. */
const keptTable = Extension.create({
  name: "keptTable",
  markdownTokenName: "table",
  parseMarkdown: ({ raw = "" }) => ({ type: "codeBlock", content: [{ type: "text", text: raw.trim() }] }),
});
const keptImage = Extension.create({
  name: "keptImage",
  markdownTokenName: "image",
  parseMarkdown: ({ raw = "" }) => ({ type: "text", text: raw }),
});

let manager: MarkdownManager | undefined;

/** Deeper nesting, or more marks in one stretch, exhausts the parser: such text is taken as it stands. */
const DEEP = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*){20}/m;
const MAX_MARKS = 300;

/** A memo's document, as Tiptap JSON of the memo's schema, from Markdown. Total: no text is refused, no word dropped. */
export function memoFromMarkdown(markdown: string): JSONContent {
  const text = markdown.replace(/\r\n?/g, "\n");
  const isHostile = DEEP.test(text) || text.split(/\n[ \t]*\n/).some((part) => marksIn(part) > MAX_MARKS);
  if (isHostile) return plain(text);
  try {
    manager ??= new MarkdownManager({ extensions: [...memoExtensions(), keptTable, keptImage] });
    const document = fitted(manager.parse(withKeptBoxes(text)));
    memoSchema().nodeFromJSON(document).check();
    return document;
  } catch {
    return plain(text);
  }
}

function marksIn(text: string): number {
  return text.match(/[*_~[\]!<`]/g)?.length ?? 0;
}

/** The boxes of a task list are words here: the schema has no boxes to tick. */
function withKeptBoxes(text: string): string {
  let isCode = false;
  return text
    .split("\n")
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
      return isCode ? line : line.replace(/^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\]/, "$1\\[$2\\]");
    })
    .join("\n");
}

function plain(text: string): JSONContent {
  const paragraphs = text.split(/\n[ \t]*\n+/).filter((part) => part.trim() !== "");
  return fitted({
    type: "doc",
    content: paragraphs.map((part) => ({ type: "paragraph", content: [{ type: "text", text: part }] })),
  });
}
