/**
 * Heading levels that never skip one, for headings from a user's text that stand under a heading of the page.
 * Returns a function from the level asked for (1 is the highest) to the level to write (at most 6).
 */
export function headingLevels(parent: number): (asked: number) => number {
  let previous = parent;
  return (asked) => {
    previous = Math.min(parent + Math.max(1, asked), previous + 1, 6);
    return previous;
  };
}
