import { type Extensions, getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeHref } from "@/lib/text/document";

/**
 * What a memo may hold, for the editor and the server alike. Underline has no Markdown: it would be lost in
 * `report.memo`. Undo is Yjs's, which takes back one's own words only.
 */
export function memoExtensions(): Extensions {
  return [
    StarterKit.configure({
      underline: false,
      undoRedo: false,
      // It writes a paragraph behind a last list or quote: opening a memo would change it.
      trailingNode: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        protocols: ["http", "https", "mailto"],
        // What the server would refuse never gets in: it could not be saved.
        isAllowedUri: (href) => isSafeHref(href),
        shouldAutoLink: (href) => isSafeHref(href),
      },
    }),
  ];
}

let schema: Schema | undefined;

/** The ProseMirror schema of {@link memoExtensions}. */
export function memoSchema(): Schema {
  schema ??= getSchema(memoExtensions());
  return schema;
}
