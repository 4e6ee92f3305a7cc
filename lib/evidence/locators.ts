/**
 * A locator in the form that reads the same everywhere: "p. 3", "pp. 3–5", "¶ 4", "00:12:31". Null when it is in that
 * form already, or is something else, which is as good: nobody is made to write it one way.
 */
export function tidyLocator(typed: string): string | null {
  const text = typed.trim();
  const tidy = tidied(text);
  return tidy === text ? null : tidy;
}

function tidied(text: string): string | null {
  const pages = /^(?:pages?|pp?|s|seite)\.?\s*(\d+)(?:\s*(?:-|–|to)\s*(\d+))?$/iu.exec(text);
  if (pages) return pages[2] ? `pp. ${pages[1]}–${pages[2]}` : `p. ${pages[1]}`;
  const paragraph = /^(?:¶|paragraph|para|par|§)\.?\s*(\d+)$/iu.exec(text);
  if (paragraph) return text.startsWith("§") ? `§ ${paragraph[1]}` : `¶ ${paragraph[1]}`;
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):([0-5]\d)$/u.exec(text);
  if (clock) return timecode(Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3]));
  const spoken = /^(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?$/iu.exec(text);
  if (spoken && text !== "") {
    return timecode(Number(spoken[1] ?? 0) * 3_600 + Number(spoken[2] ?? 0) * 60 + Number(spoken[3] ?? 0));
  }
  return null;
}

/** The place that an address itself names: the page of a PDF, the second of a recording. Null when it names none. */
export function locatorInUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hash, searchParams } = new URL(url);
  const page = /[#&]page=(\d+)/.exec(hash)?.[1];
  if (page) return `p. ${page}`;
  const time = searchParams.get("t") ?? searchParams.get("start") ?? /[#&]t=([\dhms]+)/.exec(hash)?.[1];
  if (!time) return null;
  return /^\d+s?$/.test(time) ? timecode(Number.parseInt(time, 10)) : tidied(time);
}

/** Seconds as HH:MM:SS. */
function timecode(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
