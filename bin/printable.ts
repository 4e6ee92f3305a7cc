import { isolatedText } from "@/lib/exporting/isolatedText";

/**
 * A line for a terminal in which words of strangers stand, such as a file's author put into it: in one line, without
 * control characters, which could erase or imitate what Stet says itself.
 */
export function printable(line: string): string {
  return isolatedText(line.replace(/[\t\r\n]+/g, " ").replace(/\p{Cc}/gu, "\u{fffd}"));
}
