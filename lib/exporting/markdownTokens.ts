import { Lexer, type Token } from "marked";

/** Deeper nesting of quotes and lists is shown as plain text: the parser recurses, and could exhaust the stack. */
const DEEP = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*){20}/m;
/** A stretch with more marks than this is shown as plain text: the parser takes cubic time over unpaired ones. */
const MAX_MARKS = 300;

/** Where a mention leads: nowhere, but to a person (lib/comments/mentions.ts). */
const PERSON = /^user:[0-9a-f-]{36}$/;

export function isMention(href: string): boolean {
  return PERSON.test(href);
}

/**
 * The tokens of a user's Markdown (CommonMark with GFM), as `Lexer.lex` gives them but with a bound on the work; null
 * when it nests too deep or the parser gives up, and the text is to be shown as it is.
 */
export function markdownTokens(text: string): Token[] | null {
  if (DEEP.test(text)) return null;
  try {
    const lexer = new Lexer({ gfm: true });
    lexer.blockTokens(text.replace(/\r\n?/g, "\n"), lexer.tokens);
    for (const { src, tokens } of lexer.inlineQueue) {
      const isHostile = (src.match(/[*_~[\]!<`]/g)?.length ?? 0) > MAX_MARKS;
      if (isHostile) tokens.push({ type: "text", raw: src, text: src, escaped: false });
      else lexer.inlineTokens(src, tokens);
    }
    return lexer.tokens;
  } catch {
    return null;
  }
}
