import sanitize from "sanitize-html";

const INLINE =
  "a b strong i em cite dfn var u ins s strike del code kbd samp tt sub sup span q small big mark abbr time font bdi bdo";
const BLOCKS =
  "p div section article main header footer aside nav address h1 h2 h3 h4 h5 h6 blockquote ul ol li hr br pre dl dt dd figure figcaption table caption thead tbody tfoot tr td th details summary center form fieldset legend";
/** Dropped with what they hold. A form is not: whole pages stand inside one; its controls are. */
const DROPPED =
  "script style textarea option select button noscript title template iframe object svg math audio video canvas xmp noembed noframes plaintext map";

/**
 * Cleans hostile HTML down to the tags that our mapping knows, with no attribute but a link's href (http, https or
 * mailto). Scripts, styles, media and controls go with what they hold, and so do hidden elements; the text of other
 * unknown tags stays.
 */
export function cleanHtml(html: string): string {
  return sanitize(html, {
    allowedTags: `${INLINE} ${BLOCKS}`.split(" "),
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    nonTextTags: DROPPED.split(" "),
    nestingLimit: 512,
    exclusiveFilter: ({ attribs }) =>
      attribs.hidden !== undefined ||
      /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style ?? ""),
    transformTags: {
      // Google Docs wraps what it copies in <b style="font-weight:normal">.
      b: (tagName, attribs) => ({
        tagName: /font-weight\s*:\s*(?:normal|400)/i.test(attribs.style ?? "") ? "span" : tagName,
        attribs,
      }),
    },
  });
}
