import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { CaretRoom } from "./caretRoom";

type Person = { name: string; colour: number };

/** Where others have their caret and what they have selected, with their names. */
export const MemoCarets = Extension.create<{ room: CaretRoom | null }>({
  name: "memoCarets",
  // After the document's own plugin, on whose state it stands.
  priority: 900,
  addOptions: () => ({ room: null }),
  addProseMirrorPlugins() {
    const { room } = this.options;
    if (!room) return [];
    return [
      yCursorPlugin(room.asAwareness(), {
        cursorBuilder: caretOf,
        selectionBuilder: ({ colour }: Person) => ({
          ...{ class: "stet-memo-selected", style: `--stet-person: var(--stet-person-${colour})` },
        }),
      }),
    ];
  },
});

/** No words of the memo: a screen reader hears who is there from the line below it. */
function caretOf({ name, colour }: Person): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "stet-caret";
  caret.style.setProperty("--stet-person", `var(--stet-person-${colour})`);
  caret.setAttribute("aria-hidden", "true");
  // Shown by the style: as text it would be copied and searched with the words around it.
  caret.dataset.caret = name;
  return caret;
}
