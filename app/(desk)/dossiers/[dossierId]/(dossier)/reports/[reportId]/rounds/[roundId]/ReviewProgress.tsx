"use client";

import { useDossier } from "@/lib/live/useDossier";
import type { Round } from "@/lib/reviews/schema";
import { ProgressBar } from "@/lib/ui/ProgressBar";
import { counted } from "../../../../../../../words";
import type { ReviewFilter } from "./reviewFilter";
import type { ReviewRow } from "./reviewRows";

type Props = {
  round: Round;
  rows: readonly ReviewRow[];
  shown: number;
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
};

/** How far the round has come; of a later one what there is to look at, and what stands from before. */
export function ReviewProgress({ round, rows, shown, filter, onFilter }: Props) {
  const decided = rows.filter(({ decision }) => decision.decision !== null).length;
  const carried = rows.filter(({ standing }) => standing === "carried");
  const from = useDossier((state) => numbersOf(carried, state.rounds));
  const looked = rows.length - carried.length;
  return (
    <div className="flex flex-col gap-1.5">
      <ProgressBar label="Items decided" value={decided} max={rows.length} />
      <p role="status" className="text-xs text-soft">
        {decided} of {rows.length} decided
        {shown !== rows.length && <span>, {shown} shown</span>}
      </p>
      {round.number > 1 && (
        <p className="text-xs">
          <strong>
            {looked} of {rows.length}
          </strong>{" "}
          to look at
          {carried.length > 0 && (
            <>
              ; {counted(carried.length, "item")} carried over from {from}, unchanged.{" "}
              <button
                type="button"
                aria-pressed={filter.isWhole}
                className="stet-link cursor-pointer rounded"
                onClick={() => onFilter({ ...filter, isWhole: !filter.isWhole })}
              >
                {filter.isWhole ? "Only what is to look at" : "Show all"}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** "round 1", "rounds 1 and 2". */
function numbersOf(carried: readonly ReviewRow[], rounds: Readonly<Record<string, Round>>): string {
  const ids = new Set(carried.map(({ last }) => last?.item.carriedFrom ?? last?.roundId ?? ""));
  const numbers = [...ids].flatMap((id) => rounds[id]?.number ?? []).sort((a, b) => a - b);
  if (numbers.length === 0) return "earlier rounds";
  const said = new Intl.ListFormat("en-GB").format(numbers.map(String));
  return `${numbers.length === 1 ? "round" : "rounds"} ${said}`;
}
