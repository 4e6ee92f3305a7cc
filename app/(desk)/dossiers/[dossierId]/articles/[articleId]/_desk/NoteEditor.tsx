"use client";

import { Markdown } from "@tiptap/markdown";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useRef } from "react";
import { isSafeHref } from "@/lib/text/document";

const extensions = [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    codeBlock: false,
    underline: false,
    link: { openOnClick: false, isAllowedUri: (href) => isSafeHref(href) },
  }),
  Markdown,
];

/** A small place to write a note in; the note is Markdown, whatever is typed or pasted is inert. */
export function NoteEditor(props: {
  label: string;
  value: string;
  onChange: (markdown: string) => void;
  onBlur: () => void;
}) {
  const { label, value, onChange, onBlur } = props;
  // Markdown that this editor said itself: hearing it back must not move the caret.
  const said = useRef(value);
  const editor = useEditor({
    extensions,
    content: value,
    contentType: "markdown",
    immediatelyRender: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        dir: "auto",
        class:
          "stet-prose min-h-16 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-[0.9375rem] focus:outline-2 focus:outline-accent",
      },
      handleKeyDown(view, event) {
        if (event.key !== "Escape") return false;
        view.dom.blur();
        return true;
      },
    },
    onUpdate: (update) => {
      said.current = update.editor.getMarkdown();
      onChange(said.current);
    },
    onBlur,
  });
  // What someone else wrote, or what was chosen in a conflict, comes in from outside.
  useEffect(() => {
    if (!editor || said.current === value) return;
    said.current = value;
    editor.commands.setContent(value, { contentType: "markdown", emitUpdate: false });
  }, [editor, value]);
  return (
    <div>
      <p aria-hidden className="mb-1 text-xs text-soft">
        {label}
      </p>
      {editor ? (
        <EditorContent editor={editor} />
      ) : (
        <div className="min-h-16 rounded-md border border-line-strong" />
      )}
    </div>
  );
}
