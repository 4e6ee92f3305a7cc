/** W3C Web Annotation §4.2.5, in UTF-16 code units of the canonical text, end-exclusive. */
export type TextPositionSelector = { type: "TextPositionSelector"; start: number; end: number };

/** W3C Web Annotation §4.2.4: the quoted text and what stands directly before and after it. */
export type TextQuoteSelector = {
  type: "TextQuoteSelector";
  exact: string;
  prefix: string;
  suffix: string;
};

/** The two ways in which a passage is remembered. */
export type Selectors = { position: TextPositionSelector; quote: TextQuoteSelector };
