"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { isSafeHref } from "@/lib/text/document";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";

/** Where the selected words of a memo lead. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [href, setHref] = useState<string>(editor.getAttributes("link").href ?? "https://");
  const [refused, setRefused] = useState(false);

  function apply() {
    if (!isSafeHref(href)) return setRefused(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onClose();
  }
  function remove() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Link"
      footer={
        <>
          {editor.isActive("link") && <Button onClick={remove}>Remove the link</Button>}
          <Button look="primary" onClick={apply}>
            Set the link
          </Button>
        </>
      }
    >
      <Field
        label="Web address"
        error={refused && "A link is http, https or mailto, as in https://example.org."}
      >
        <Input
          type="url"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            // The report's own form is around this: Enter sets the link and saves nothing.
            if (event.key !== "Enter") return;
            event.preventDefault();
            apply();
          }}
        />
      </Field>
    </Dialog>
  );
}
