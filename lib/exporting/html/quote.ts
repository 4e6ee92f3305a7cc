const QUOTE_LENGTH = 90;

/** The beginning of a quote, for one line; cut between characters, never inside one. */
export function shortQuote(text: string): string {
  const characters = Array.from(text);
  return characters.length <= QUOTE_LENGTH ? text : `${characters.slice(0, QUOTE_LENGTH).join("")}…`;
}
