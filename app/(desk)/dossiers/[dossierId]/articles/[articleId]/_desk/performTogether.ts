import type { SingleStep, ThingStep, TogetherStep } from "@/lib/desk/steps";
import type { KeptRefusal } from "@/lib/live/queuedChange";
import { errorOf } from "@/lib/live/settled";
import type { Performing, Settled } from "@/lib/live/store";

/** Of many steps done as one: how each ended, in their order. */
export type TogetherAnswer = { outcomes: readonly Settled<unknown>[] };

/** As many as one request carries. */
const MOST_ITEMS = 500;

/**
 * Does many steps as one: annotations made, deleted or brought back go in one request each, the rest one by one; all
 * of it is kept at once. Saved when any of them was; the answer says how each ended.
 */
export function performTogether(
  { steps }: TogetherStep,
  perform: (steps: readonly SingleStep[]) => Performing,
): Performing<TogetherAnswer> {
  const runs = runsOf(steps).map((run) => ({ run, doing: perform(run) }));
  const kept = Promise.all(runs.map(({ doing }) => doing.kept)).then(() => {});
  const waits = kept.then(() => Promise.race(runs.map(({ doing }) => doing.waits)));
  const settling = Promise.all(runs.map(async ({ run, doing }) => outcomesOf(run, await doing)));
  const settled = settling.then((all) => togetherSettled(all.flat()));
  return Object.assign(settled, { kept, waits });
}

function togetherSettled(outcomes: readonly Settled<unknown>[]): Settled<TogetherAnswer> {
  const refused = outcomes.find((one) => !one.saved);
  if (refused && !refused.saved && outcomes.every((one) => !one.saved)) return refused;
  return { saved: true, answer: { outcomes } };
}

function outcomesOf(run: readonly SingleStep[], settled: Settled<unknown>): Settled<unknown>[] {
  if (!settled.saved || run.length === 1) return run.map(() => settled);
  const { items, refusals } = settled.answer as { items: { id: string }[]; refusals: KeptRefusal[] };
  let left = 0;
  const answers = new Map(items.map((item) => [item.id, item]));
  return run.map((step) => {
    const answer = "thing" in step ? answers.get(step.thing.id) : undefined;
    if (answer) return { saved: true, answer };
    // They were left out one after the other, in their order.
    return { saved: false, refusal: errorOf(refusals[left++] ?? unknownRefusal) };
  });
}

/** Sent twice, its first answer lost: what was left out then is not told again. */
const unknownRefusal = {
  status: 409,
  code: "left_out",
  message: "It is there already, or has changed since.",
};

/** Neighbours that go in one request; everything else goes alone. */
function runsOf(steps: readonly SingleStep[]): SingleStep[][] {
  const found: SingleStep[][] = [];
  for (const step of steps) {
    const last = found.at(-1);
    const before = last?.[0];
    const isAlike = before && isGrouped(step) && before.does === step.does && before.noun === step.noun;
    if (last && isAlike && last.length < MOST_ITEMS) last.push(step);
    else found.push([step]);
  }
  return found;
}

function isGrouped(step: SingleStep): step is ThingStep<"annotation"> {
  return step.noun === "annotation" && step.does !== "change";
}
