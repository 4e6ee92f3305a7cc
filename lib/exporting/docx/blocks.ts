import { type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";

/** How a paragraph looks. Lengths in twentieths of a point. */
export type Setting = {
  style?: string;
  keepNext?: boolean;
  list?: { id: number; level: number };
  direction?: "ltr" | "rtl";
  indent?: number;
};

/** In the order that the schema of w:pPr asks for (ISO/IEC 29500-1 §17.3.1). */
export function paragraph(content: XmlContent, setting: Setting = {}): Xml {
  const { style, keepNext, list, direction, indent } = setting;
  return xml`<w:p><w:pPr>${style ? xml`<w:pStyle w:val="${style}"/>` : null}${keepNext ? xml`<w:keepNext/>` : null}${
    list
      ? xml`<w:numPr><w:ilvl w:val="${Math.min(list.level, 8)}"/><w:numId w:val="${list.id}"/></w:numPr>`
      : null
  }${direction === "rtl" ? xml`<w:bidi/>` : null}${indent ? xml`<w:ind w:left="${indent}"/>` : null}</w:pPr>${content}</w:p>`;
}

/** Width of the text between the margins of the page. */
export const TEXT_WIDTH = 9070;

/**
 * A table with columns of fixed widths (parts of the text's width), so that no word, however long, widens it.
 * The first `headRows` rows are repeated on every page.
 */
export function table(
  widths: readonly number[],
  rows: readonly (readonly XmlContent[])[],
  { headRows = 1, style = "StetTable" } = {},
): Xml {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / whole) * TEXT_WIDTH));
  return xml`<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="${headRows > 0 ? 1 : 0}"/></w:tblPr><w:tblGrid>${columns.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>${rows.map(
    (cells, i) => {
      const head = i < headRows ? xml`<w:trPr><w:tblHeader/></w:trPr>` : null;
      return xml`<w:tr>${head}${cells.map(
        (cell, column) =>
          xml`<w:tc><w:tcPr><w:tcW w:w="${columns[column] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
      )}</w:tr>`;
    },
  )}</w:tbl>`;
}

/** Word holds at most 63 columns; what a user's table has beyond is not a table to read. */
export const MAX_COLUMNS = 20;
