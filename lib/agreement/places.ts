import { type Kind, kinds } from "@/lib/annotations/kinds";

type Range = { start: number; end: number };
/** An annotation as far as agreement asks: offsets in UTF-16 units of the revision's text, end-exclusive. */
export type Mark = Range & { id: string; kind: Kind };

/** What a sentence without annotations is labelled. */
export const NOTHING = "nothing";

/**
 * A stretch of whole sentences that at least one of two people annotated, as short as can be: no annotation leaves it,
 * so that what is decided on one place changes no other.
 */
export type Place<T extends Mark> = Range & {
  one: readonly T[];
  other: readonly T[];
  /** `same`: the same words as the same kinds. `words`: the same kinds, other words. `kinds`: other kinds. */
  standing: "same" | "words" | "kinds" | "one" | "other";
};

/** Per sentence, the kinds of the annotations that touch it, as one label; `sentences` in order. */
export function labelsOf(sentences: readonly Range[], marks: readonly Mark[]): string[] {
  return sentences.map((sentence) => {
    const touching = new Set(marks.filter((mark) => touches(mark, sentence)).map(({ kind }) => kind));
    return kinds.filter((kind) => touching.has(kind)).join("+") || NOTHING;
  });
}

/** Where two people annotated, in the order of the text. */
export function placesOf<T extends Mark>(
  sentences: readonly Range[],
  one: readonly T[],
  other: readonly T[],
): Place<T>[] {
  const places: Place<T>[] = [];
  for (const stretch of stretches(sentences, [...one, ...other])) {
    const [ones, others] = [within(one, stretch), within(other, stretch)];
    places.push({ ...stretch, one: ones, other: others, standing: standingOf(ones, others) });
  }
  return places;
}

/** Sentences that annotations touch, joined where one annotation touches several. */
function stretches(sentences: readonly Range[], marks: readonly Mark[]): Range[] {
  const found: Range[] = [];
  const byStart = marks.toSorted((a, b) => a.start - b.start);
  for (const mark of byStart) {
    const touched = sentences.filter((sentence) => touches(mark, sentence));
    const start = Math.min(mark.start, touched[0]?.start ?? mark.start);
    const end = Math.max(mark.end, touched.at(-1)?.end ?? mark.end);
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function standingOf(one: readonly Mark[], other: readonly Mark[]): Place<Mark>["standing"] {
  if (other.length === 0) return "one";
  if (one.length === 0) return "other";
  if (listed(one, passageOf) === listed(other, passageOf)) return "same";
  return listed(one, kindOf) === listed(other, kindOf) ? "words" : "kinds";
}

const passageOf = ({ start, end, kind }: Mark) => `${start}-${end} ${kind}`;
const kindOf = ({ kind }: Mark) => kind;

function listed(marks: readonly Mark[], name: (mark: Mark) => string): string {
  return [...new Set(marks.map(name))].sort().join();
}

function within<T extends Mark>(marks: readonly T[], stretch: Range): T[] {
  return marks
    .filter((mark) => mark.start >= stretch.start && mark.end <= stretch.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
