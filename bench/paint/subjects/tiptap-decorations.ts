import { Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { expose } from "@/bench/paint/page";
import { articleRoot } from "@/bench/paint/subject";
import { articleExtensions } from "@/lib/editor/articleExtensions";
import type { ArticleMark } from "@/lib/editor/marks";
import { positionOf, type TextBlock, textBlocks } from "@/lib/text/canonical";

/** The way Tiptap's own documentation suggests: inline decorations in a plugin's state. */
const key = new PluginKey<DecorationSet>("highlights");
const Highlights = Extension.create({
  name: "highlights",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, set) {
          const added: Decoration[] | undefined = transaction.getMeta(key);
          return added ? set.add(transaction.doc, added) : set;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

let editor: Editor;
let blocks: TextBlock[] = [];

function decorate(marks: readonly ArticleMark[]) {
  const decorations = marks.map((mark) =>
    Decoration.inline(positionOf(blocks, mark.start), positionOf(blocks, mark.end), {
      class: `peer ${mark.kind}`,
    }),
  );
  editor.view.dispatch(editor.state.tr.setMeta(key, decorations));
}

expose({
  mount({ document }) {
    blocks = textBlocks(document);
    editor = new Editor({
      element: articleRoot(),
      extensions: [...articleExtensions, Highlights],
      content: document,
      editable: false,
    });
  },
  paint: decorate,
  add: (mark) => decorate([mark]),
  painted: () => document.querySelectorAll(".peer").length,
});
