import { type Extensions, Mark } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeHref } from "@/lib/text/document";

const Subscript = Mark.create({
  name: "subscript",
  excludes: "superscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: () => ["sub", 0],
});

const Superscript = Mark.create({
  name: "superscript",
  excludes: "subscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

/**
 * Attributes of a link in an article, in the order Tiptap writes them. Its words are selected like others: a browser
 * would take a press on them as the beginning of dragging the link away.
 */
export const LINK_ATTRIBUTES = {
  target: "_blank",
  rel: "noopener noreferrer nofollow",
  draggable: "false",
} as const;

/**
 * The one list of Tiptap extensions for articles: exactly the nodes and marks that `lib/text/document` admits.
 *
 * Nothing that only serves typing is in it (history, cursors, list keys), nor anything that changes the document
 * by itself: StarterKit's trailing paragraph would add a textblock that the canonical text does not have.
 */
export const articleExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: false,
      HTMLAttributes: { ...LINK_ATTRIBUTES },
      isAllowedUri: (href) => isSafeHref(href),
    },
    hardBreak: false,
    codeBlock: false,
    trailingNode: false,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    listKeymap: false,
  }),
  Subscript,
  Superscript,
];
