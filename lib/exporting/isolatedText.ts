/**
 * Text that stands within a line of ours. Where it carries direction controls, an isolate (Unicode UAX #9) keeps them
 * from turning around what stands beside it.
 */
export function isolatedText(text: string): string {
  return /[\u202a-\u202e\u2066-\u2069]/.test(text)
    ? `\u2068${text.replace(/[\u2066-\u2069]/g, "")}\u2069`
    : text;
}
