"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from "lucide-react";
import { Toolbar } from "radix-ui";
import { useState } from "react";
import { Button } from "@/lib/ui/Button";
import { LinkDialog } from "./LinkDialog";

type Tool = {
  name: string;
  icon: LucideIcon;
  isOn?: (editor: Editor) => boolean;
  use: (editor: Editor) => void;
};

const tools: Tool[] = [
  {
    name: "Bold",
    icon: Bold,
    isOn: (e) => e.isActive("bold"),
    use: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    name: "Italic",
    icon: Italic,
    isOn: (e) => e.isActive("italic"),
    use: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    name: "Heading",
    icon: Heading2,
    isOn: (e) => e.isActive("heading"),
    use: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "List",
    icon: List,
    isOn: (e) => e.isActive("bulletList"),
    use: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    icon: ListOrdered,
    isOn: (e) => e.isActive("orderedList"),
    use: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "Quotation",
    icon: Quote,
    isOn: (e) => e.isActive("blockquote"),
    use: (e) => e.chain().focus().toggleBlockquote().run(),
  },
];

/** The few kinds of formatting that a memo has. One stop for the Tab key, arrows inside. */
export function MemoToolbar({ editor }: { editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: tools.map((tool) => tool.isOn?.(now) ?? false),
      isLink: now.isActive("link"),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  return (
    <>
      <Toolbar.Root aria-label="Formatting" className="flex flex-wrap gap-0.5 border-b border-line p-1">
        {tools.map(({ name, icon: Icon, use }, i) => (
          <Toolbar.Button asChild key={name}>
            <Button
              look="quiet"
              size="icon-sm"
              aria-label={name}
              title={name}
              aria-pressed={state.on[i]}
              onClick={() => use(editor)}
            >
              <Icon aria-hidden size={16} />
            </Button>
          </Toolbar.Button>
        ))}
        <Toolbar.Button asChild>
          <Button
            look="quiet"
            size="icon-sm"
            aria-label="Link"
            title="Link"
            aria-pressed={state.isLink}
            onClick={() => setLinking(true)}
          >
            <Link2 aria-hidden size={16} />
          </Button>
        </Toolbar.Button>
        <Toolbar.Separator className="mx-1 w-px bg-line" />
        <Toolbar.Button asChild disabled={!state.canUndo}>
          <Button
            look="quiet"
            size="icon-sm"
            aria-label="Undo"
            title="Undo"
            onClick={() => editor.chain().focus().undo().run()}
          >
            <Undo2 aria-hidden size={16} />
          </Button>
        </Toolbar.Button>
        <Toolbar.Button asChild disabled={!state.canRedo}>
          <Button
            look="quiet"
            size="icon-sm"
            aria-label="Redo"
            title="Redo"
            onClick={() => editor.chain().focus().redo().run()}
          >
            <Redo2 aria-hidden size={16} />
          </Button>
        </Toolbar.Button>
      </Toolbar.Root>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}
