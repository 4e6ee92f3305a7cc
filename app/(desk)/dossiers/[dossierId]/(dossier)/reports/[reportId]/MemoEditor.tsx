"use client";

import { Collaboration } from "@tiptap/extension-collaboration";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import type { MemoSession } from "@/lib/live/memoSession";
import { memoExtensions } from "@/lib/memo/extensions";
import { MEMO_FIELD } from "@/lib/memo/field";
import { Skeleton } from "@/lib/ui/Skeleton";
import { MemoToolbar } from "./MemoToolbar";
import { MemoCarets } from "./memoCarets";
import { OwnDirections } from "./ownDirections";
import { useMemoCarets } from "./useMemoCarets";
import "../../../_presence/presence.css";
import "./memo.css";

type Props = {
  session: MemoSession;
  reportId: string;
  labelId: string;
  isEditable: boolean;
};

/** The memo as it is written: the session's document, with everybody's carets in it. */
export function MemoEditor({ session, reportId, labelId, isEditable }: Props) {
  const { room, others } = useMemoCarets(session.doc, reportId);
  const editor = useEditor(
    {
      extensions: [
        ...memoExtensions(),
        Collaboration.configure({ document: session.doc, field: MEMO_FIELD }),
        MemoCarets.configure({ room }),
        OwnDirections,
      ],
      editable: isEditable,
      immediatelyRender: false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": labelId,
          class: "stet-prose min-h-48 px-4 py-3 outline-none",
        },
      },
      // What leads away from the memo, such as an export, holds its last word.
      onBlur: () => session.flush(),
    },
    [session, room, labelId],
  );
  useEffect(() => editor?.setEditable(isEditable, false), [editor, isEditable]);
  useEffect(() => {
    editor?.view.dom.setAttribute("aria-readonly", String(!isEditable));
  }, [editor, isEditable]);
  if (!editor) return <Skeleton className="h-59 w-full" />;
  return (
    <>
      {isEditable && <MemoToolbar editor={editor} />}
      <EditorContent editor={editor} />
      <p role="status" className="px-4 text-xs text-soft empty:hidden not-empty:pb-2">
        {others.length > 0 && `Also writing here: ${others.join(", ")}`}
      </p>
    </>
  );
}
