const known = new Map<string, Intl.Segmenter>();

/** Words as a language has them (Unicode UAX #29); for a tag that is no language, as most have them. */
export function wordSegmenter(language: string): Intl.Segmenter {
  const made = known.get(language) ?? make(language);
  known.set(language, made);
  return made;
}

function make(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}
