import { layout } from "@/lib/exporting/html/layoutStyles";
import { marks } from "@/lib/exporting/html/markStyles";

/** The page's whole style sheet. Logical properties only: an article's own direction decides what start and end are. */
export const stylesheet = `${layout}${marks}`;
