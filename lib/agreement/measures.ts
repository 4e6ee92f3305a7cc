import { type Kind, kinds } from "@/lib/annotations/kinds";
import { cohenKappa, krippendorffAlpha } from "./agreement";
import { labelsOf, type Mark } from "./places";

type Range = { start: number; end: number };

/** How far people agree on one question that is asked of every sentence. */
export type Agreement = {
  /** Sentences to which all gave the same answer. */
  same: number;
  /** Of the first two people; null where chance cannot be told from agreement. */
  kappa: number | null;
  /** Of everybody given. */
  alpha: number | null;
};

/** Agreement over the sentences of an article: on what each is, and for each kind on whether it is one. */
export type Measures = {
  sentences: number;
  overall: Agreement;
  byKind: Record<Kind, Agreement>;
};

/**
 * Measures agreement with a sentence as the unit: each is labelled with the kinds of the annotations that touch it, or
 * "nothing". Whoever annotated nothing in a sentence said "nothing".
 *
 * @param people the annotations of each person, in the same revision; two at least
 */
export function measuresOf(sentences: readonly Range[], people: readonly (readonly Mark[])[]): Measures {
  const on = (marks: readonly (readonly Mark[])[]): Agreement => {
    const labels = marks.map((own) => labelsOf(sentences, own));
    const units = sentences.map((_, at) => labels.map((own) => own[at] ?? ""));
    return {
      same: units.filter((unit) => new Set(unit).size === 1).length,
      kappa: cohenKappa(units.map(([one = "", other = ""]) => [one, other] as const)),
      alpha: krippendorffAlpha(units),
    };
  };
  const ofKind = (kind: Kind) => on(people.map((own) => own.filter((mark) => mark.kind === kind)));
  return {
    sentences: sentences.length,
    overall: on(people),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as Record<Kind, Agreement>,
  };
}
