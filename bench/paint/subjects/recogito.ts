import { exposeRecogito } from "@/bench/paint/recogito";

/** @recogito/text-annotator with its default renderer: spans in a layer over the text. */
exposeRecogito("SPANS", (root) => root.querySelectorAll(".r6o-annotation").length);
