"use client";

import { Markdown } from "@tiptap/markdown";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useId } from "react";
import { Skeleton } from "@/lib/ui/Skeleton";
import { MemoToolbar } from "./MemoToolbar";

// Underline has no Markdown: it would be lost on saving.
const extensions = [
  StarterKit.configure({
    underline: false,
    heading: { levels: [2, 3] },
    link: { openOnClick: false, defaultProtocol: "https", protocols: ["http", "https", "mailto"] },
  }),
  Markdown,
];

/** Writes the memo: formatted on screen, Markdown in `memo` and `onChange`. Starts from the first `memo` it is given. */
export function MemoEditor({ memo, onChange }: { memo: string; onChange: (memo: string) => void }) {
  const labelId = useId();
  const editor = useEditor({
    extensions,
    content: memo,
    contentType: "markdown",
    immediatelyRender: false,
    textDirection: "auto",
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": labelId,
        class: "stet-prose min-h-48 px-4 py-3 outline-none",
      },
    },
    onUpdate: ({ editor }) => onChange(editor.getMarkdown()),
  });
  return (
    <div>
      <p id={labelId} className="mb-1 text-sm font-medium">
        Memo
      </p>
      <div className="rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        {editor ? (
          <>
            <MemoToolbar editor={editor} />
            <EditorContent editor={editor} />
          </>
        ) : (
          <Skeleton className="h-59 w-full" />
        )}
      </div>
    </div>
  );
}
