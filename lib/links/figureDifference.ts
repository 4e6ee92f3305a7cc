import type { Annotation } from "@/lib/annotations/schema";
import { foldedName } from "./foldedName";
import { type Quantity, quantitiesIn } from "./quantities";

type End = Pick<Annotation, "kind" | "exact" | "attributes">;

/** What two figures come to. `least` and `most` bound the difference; `most` is Infinity where nothing does. */
export type FigureDifference = {
  outcome: "differ" | "agree";
  /** In words, with the sums that were made: one or two sentences. */
  words: string;
  least: number;
  most: number;
  /** How much more the greater is than the lesser, at least: 0.65 is 65 %. Null when the lesser may be 0. */
  share: number | null;
};

type Figure = { low: number; high: number; unit: string; words: string };

/**
 * How far two passages' figures are apart, from their attributes or else from the numbers in their words: parts that
 * are added up ("1,310 … and 341"), ranges, "about", "hundreds". Null whenever there is doubt what is counted: no
 * number or several that are not added up, other units, or an answer that depends on how the words are read.
 */
export function figureDifference(a: End, b: End): FigureDifference | null {
  const [first, second] = [figureOf(a), figureOf(b)];
  if (!first || !second || !sameUnit(first.unit, second.unit)) return null;
  const sums = [first, second].flatMap(({ words }) => (words.includes(" = ") ? [`${words}.`] : []));
  const [lesser, greater] = first.high < second.low ? [first, second] : [second, first];
  const subject = greater === first ? "The first" : "The second";
  const least = greater.low - lesser.high;
  if (least <= 0) {
    const isSame = [first, second].every(({ low, high }) => low === high);
    const verdict = isSame ? "Both give the same number." : `Both can hold: ${both(first, second)}.`;
    return {
      outcome: "agree",
      words: said([...sums, verdict]),
      least: 0,
      most: spread(first, second),
      share: 0,
    };
  }
  const most = greater.high - lesser.low;
  const share = lesser.high > 0 ? least / lesser.high : null;
  const isExact = least === most;
  const amount = `${isExact ? "" : "at least "}${number(least)} more`;
  const relative = share === null ? "" : ` (${isExact ? "" : "at least "}${percent(share)})`;
  const spans = [first, second].filter(({ low, high }) => low !== high).map(spanWords);
  const words = said([...sums, ...spans, `${subject} is ${amount}${relative}.`]);
  return { outcome: "differ", words, least, most, share };
}

/** The one figure of an end; null when it has none, or several with nothing that says how they go together. */
function figureOf(end: End): Figure | null {
  const [given, written] = [givenFigure(end), writtenFigure(end.exact)];
  if (!given) return written;
  // Where the words come to the same, they show how: as a sum, or as "hundreds".
  const isSame = written?.low === given.low && written.high === given.high;
  return isSame ? { ...given, words: written.words } : given;
}

function givenFigure({ kind, attributes }: End): Figure | null {
  if (kind !== "figure") return null;
  const { value, min, max, approximate } = attributes;
  const unit = typeof attributes.unit === "string" ? foldedName(attributes.unit) || attributes.unit : "";
  const low = typeof min === "number" ? min : typeof value === "number" ? value : undefined;
  const high = typeof max === "number" ? max : typeof value === "number" ? value : undefined;
  if (low === undefined && high === undefined) return null;
  const slack = approximate === true ? 0.1 : 0;
  const range = {
    low: (low ?? 0) - Math.abs(low ?? 0) * slack,
    high: (high ?? Number.POSITIVE_INFINITY) + (high === undefined ? 0 : Math.abs(high) * slack),
  };
  return { ...range, unit, words: typeof value === "number" ? number(value) : spanOf(range) };
}

/** What may stand between two parts of a sum. A full stop, "of", "from" or "but" may not. */
const adds = /^[^.;:!?]*(?:\band\b|\bplus\b|\+|\bas well as\b|\banother\b)[^.;:!?]*$/i;
const compares = /\b(?:of|from|out of|but|while|whereas|compared|than|instead|not|or)\b/i;

function writtenFigure(text: string): Figure | null {
  const found = quantitiesIn(text);
  const [only, ...others] = found;
  if (!only) return null;
  if (others.length === 0)
    return { low: only.low, high: only.high, unit: only.unit ?? "", words: only.words };
  return sumOf(text, found);
}

function sumOf(text: string, parts: readonly Quantity[]): Figure | null {
  if (parts.some((part) => !part.isExact || part.unit !== null)) return null;
  const joints = parts.slice(1).map((part, i) => text.slice(parts[i]?.end, part.start));
  if (
    !joints.every(
      (joint, i) =>
        !compares.test(joint) && (adds.test(joint) || (i < joints.length - 1 && /^[^.;:!?]*,/.test(joint))),
    )
  ) {
    return null;
  }
  const total = parts.reduce((sum, part) => sum + part.low, 0);
  return {
    low: total,
    high: total,
    unit: "",
    words: `${parts.map((part) => part.words).join(" + ")} = ${number(total)}`,
  };
}

/** Unknown fits everything but a share: 12 % is no count. */
function sameUnit(a: string, b: string): boolean {
  const [one, other] = [normalUnit(a), normalUnit(b)];
  if (one === other) return true;
  return one !== "%" && other !== "%" && (one === "" || other === "");
}

/** Units that are written differently: per cent, people and persons, one and many. */
export function normalUnit(unit: string): string {
  const folded = foldedName(unit);
  if (/^(?:%|٪)$/.test(unit.trim()) || /^per ?cent$|^percent/.test(folded)) return "%";
  if (/^(?:people|persons?)$/.test(folded)) return "person";
  return folded.replace(/(?<=[a-z]{3})s$/, "");
}

function spanWords({ low, high, words }: Figure): string {
  if (words === spanOf({ low, high })) return `One is given as ${words}.`;
  const quoted = `“${words}”`;
  if (high === Number.POSITIVE_INFINITY) return `${quoted} has no upper end.`;
  return `${quoted} is taken as ${low <= 0 ? `at most ${number(high)}` : spanOf({ low, high })}.`;
}

function spanOf({ low, high }: { low: number; high: number }): string {
  if (high === Number.POSITIVE_INFINITY) return `at least ${number(low)}`;
  return `${number(low)} to ${number(high)}`;
}

function both(first: Figure, second: Figure): string {
  const named = ({ low, high, words }: Figure) =>
    low === high ? `“${words}”` : `“${words}” (${spanOf({ low, high })})`;
  return `${named(first)} and ${named(second)} overlap`;
}

function spread(first: Figure, second: Figure): number {
  return Math.max(first.high, second.high) - Math.min(first.low, second.low);
}

function said(sentences: readonly string[]): string {
  return sentences.join(" ");
}

function number(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}

/** 65 % more; from double on, how many times. */
function percent(share: number): string {
  if (share >= 1) return `${(share + 1).toLocaleString("en-GB", { maximumFractionDigits: 1 })} times as much`;
  return `${(share * 100).toLocaleString("en-GB", { maximumFractionDigits: share < 0.1 ? 1 : 0 })} % more`;
}
