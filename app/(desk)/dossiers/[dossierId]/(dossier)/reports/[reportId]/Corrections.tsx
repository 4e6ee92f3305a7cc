"use client";

import { type ReactNode, useId } from "react";
import type { SignedCorrection } from "@/lib/reviews/statement";
import { Moment } from "@/lib/ui/Moment";

type Props = {
  corrections: readonly SignedCorrection[];
  /** What things in the round are called; of others it is said only what they are. */
  things?: readonly { id: string; words: string }[];
  actions?: ReactNode;
};

const nouns = { annotation: "A passage", link: "A link", report: "The report" } as const;

/** What was found wrong after it was signed, and what it says now. */
export function Corrections({ corrections, things = [], actions }: Props) {
  const headingId = useId();
  if (corrections.length === 0 && !actions) return null;
  const nameOf = new Map(things.map(({ id, words }) => [id, words]));
  return (
    <section aria-labelledby={headingId} className="text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={headingId} className="font-semibold">
          Corrections since it was signed
        </h3>
        {actions}
      </div>
      {corrections.length === 0 && <p className="mt-1 text-soft">None.</p>}
      <ol className="mt-2 flex flex-col gap-3">
        {corrections.map(({ signed: { id, on, wrong, correct, correctedBy, correctedAt } }) => (
          <li key={id} className="rounded-md border border-warn bg-warn-wash p-4">
            <p className="text-xs text-soft">
              {nouns[on.type]}
              {on.type !== "report" && nameOf.has(on.id) && (
                <>
                  : <bdi>{nameOf.get(on.id)}</bdi>
                </>
              )}
            </p>
            <dl className="mt-1.5 flex flex-col gap-1.5 leading-relaxed">
              <div>
                <dt className="font-medium">What was wrong</dt>
                <dd dir="auto" className="whitespace-pre-line">
                  {wrong}
                </dd>
              </div>
              <div>
                <dt className="font-medium">What is right</dt>
                <dd dir="auto" className="whitespace-pre-line">
                  {correct}
                </dd>
              </div>
            </dl>
            <p className="mt-2 text-xs text-soft">
              Corrected by {correctedBy.name}, <Moment at={correctedAt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
