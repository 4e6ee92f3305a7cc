import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/**
 * Each block is read in the direction of its own words. Only shown, never written: as an attribute it would be part of
 * the document that is written together.
 */
export const OwnDirections = Extension.create({
  name: "ownDirections",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => directions(doc),
        apply: ({ docChanged, doc }, before) => (docChanged ? directions(doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function directions(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.isBlock) found.push(Decoration.node(at, at + node.nodeSize, { dir: "auto" }));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}
