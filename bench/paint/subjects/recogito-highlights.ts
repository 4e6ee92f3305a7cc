import { exposeRecogito } from "@/bench/paint/recogito";

/** @recogito/text-annotator painting with the CSS Custom Highlight API: a highlight for each annotation on the screen. */
exposeRecogito("CSS_HIGHLIGHTS", () => CSS.highlights.size);
