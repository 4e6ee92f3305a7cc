/**
 * How far people agree who labelled the same things without each other: the measures a methods section asks for.
 * Labels are compared for being the same or not (nominal data).
 */

/** The labels given to one thing, one for each person who labelled it; the order of people does not matter. */
export type Labels = readonly string[];

/**
 * Krippendorff's alpha for nominal labels, any number of people, some of whom may have skipped things
 * (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). 1 is perfect, 0 is chance, below 0 worse than
 * chance. Things labelled by one person alone say nothing and do not count; null when nothing was labelled twice, or
 * when everything has the same label, where chance cannot be told from agreement.
 */
export function krippendorffAlpha(things: readonly Labels[]): number | null {
  const pairable = things.filter((labels) => labels.length > 1);
  const total = sum(pairable.map((labels) => labels.length));
  const totals = counted(pairable.flat());
  const chance = total * total - sum([...totals.values()].map((count) => count * count));
  if (chance === 0) return null;
  const disagreement = sum(
    pairable.map((labels) => {
      const same = sum([...counted(labels).values()].map((count) => count * (count - 1)));
      return (labels.length * (labels.length - 1) - same) / (labels.length - 1);
    }),
  );
  return 1 - ((total - 1) * disagreement) / chance;
}

/**
 * Cohen's kappa of two people over the things that both labelled (J. Cohen, "A coefficient of agreement for nominal
 * scales", 1960). Null when there are none, or when both gave everything the same one label.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const observed = pairs.filter(([one, other]) => one === other).length / pairs.length;
  const ones = counted(pairs.map(([one]) => one));
  const others = counted(pairs.map(([, other]) => other));
  const byChance =
    sum([...ones].map(([label, count]) => count * (others.get(label) ?? 0))) / pairs.length ** 2;
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance);
}

function counted(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
