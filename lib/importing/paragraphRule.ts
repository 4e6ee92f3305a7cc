/** Ends a sentence, with its closing quotes and brackets. */
const SENTENCE_END = /[.!?…:。！？؟۔।][\s"'”’»)\]]*$/u;
/** A line that cannot be the end of a paragraph. */
const UNFINISHED = /[,;،、\u00ad-]$/u;
const SAMPLE_LINES = 5_000;

/**
 * Whether the newlines inside paragraphs are wraps, so that only a blank line parts paragraphs.
 *
 * Each single newline (between two lines with text) is judged: it looks like a *wrap* when the line before it is
 * unfinished or the next goes on in lower case, like a *paragraph end* when the line before it ends a sentence and
 * the next does not go on in lower case. Where there are blank lines, they part the paragraphs unless more single
 * newlines look like ends than like wraps (a title, a blank line, then a paragraph on each line). Where there are
 * none, every newline parts, unless the lines are of the even length of wrapped text.
 *
 * @param lines trimmed; "" is a blank line.
 */
export function looksWrapped(lines: readonly string[]): boolean {
  const sample = trimBlank(lines).slice(0, SAMPLE_LINES);
  let wraps = 0;
  let ends = 0;
  for (let i = 1; i < sample.length; i++) {
    const before = sample[i - 1] ?? "";
    const after = sample[i] ?? "";
    if (before === "" || after === "") continue;
    const goesOn = /^["'“‘«(]?\p{Ll}/u.test(after);
    if (goesOn || UNFINISHED.test(before)) wraps++;
    else if (SENTENCE_END.test(before.slice(-16))) ends++;
  }
  if (sample.includes("")) return wraps >= ends;
  return isEvenlyFilled(sample) || (wraps >= 2 && wraps > ends);
}

/** Lines filled to one width, as a typewriter or an e-mail program breaks them. The last one may be short. */
function isEvenlyFilled(lines: readonly string[]): boolean {
  const widths = lines.slice(0, -1).map((line) => line.length);
  const widest = Math.max(...widths);
  if (widths.length < 3 || widest > 100 || widest < 40) return false;
  const unfinished = lines.slice(0, -1).filter((line) => !SENTENCE_END.test(line.slice(-16)));
  return unfinished.length > widths.length / 2 && widths.every((width) => width >= 0.75 * widest);
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}
