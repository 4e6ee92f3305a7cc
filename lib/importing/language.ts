export type Direction = "ltr" | "rtl";

const SAMPLE = 20_000;
const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Letters of Persian, Urdu, Pashto and Kurdish that Arabic does not have. */
const NOT_ARABIC = /[پچژگکیےہٹڈڑںېۆێ]/g;
const MIN_SHARE = 0.12;
const MIN_LEAD = 1.25;

/** Frequent words. pt, it and nl are there only so that they are not taken for a neighbour: they give "und". */
const FREQUENT: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the of and to in a is that for it was on with as his he be at by had not are but from have they this",
  ),
  fr: words(
    "le la les de des du et à un une en que qui est dans pour il au sur par plus ne pas ce avec se sont aux été",
  ),
  de: words(
    "der die das und in den von zu mit ist nicht auf für im dem des sich ein eine es auch an als er hat nach wird",
  ),
  es: words("el la los las de del y en que un una a por con no se para su al es lo como más fue sus este ha"),
  pt: words("o a os as de do da dos das e em no na que um uma para com não se por ao é mais foi como são ou"),
  it: words(
    "il lo la i gli le di del della e in nel che un una per con non si da al è più alla sono ha anche",
  ),
  nl: words(
    "de het een van en in is dat op te zijn met voor niet aan er om ook als door naar bij wordt heeft uit",
  ),
};
const KNOWN = new Set(["en", "fr", "de", "es"]);

/** Which way the text runs: that of most of its letters (a headline may begin in the other script). */
export function guessDirection(text: string): Direction {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const rightToLeft = letters.filter((letter) => RTL_LETTER.test(letter)).length;
  return rightToLeft * 2 > letters.length ? "rtl" : "ltr";
}

/** `en`, `ar`, `fr`, `de`, `es` when script and frequent words speak clearly for it, else `und` (BCP 47). */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu) ?? [];
  const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length;
  if (arabic * 2 > letters.length)
    return (sample.match(NOT_ARABIC)?.length ?? 0) > arabic * 0.01 ? "und" : "ar";

  const tokens =
    sample
      .toLowerCase()
      .normalize("NFC")
      .match(/\p{L}+/gu) ?? [];
  if (tokens.length < 4) return "und";
  const scores = Object.entries(FREQUENT)
    .map(([language, list]) => ({
      language,
      share: tokens.filter((t) => list.has(t)).length / tokens.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scores;
  if (!best || !second || best.share < MIN_SHARE || best.share < second.share * MIN_LEAD) return "und";
  return KNOWN.has(best.language) ? best.language : "und";
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
