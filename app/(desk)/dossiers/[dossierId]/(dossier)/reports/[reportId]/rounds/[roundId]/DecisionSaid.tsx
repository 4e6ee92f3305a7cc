"use client";

import { useMemo } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { RoundItem } from "@/lib/reviews/schema";
import { wordDifference } from "@/lib/reviews/wordDifference";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { saidBy } from "./ReturnDialog";
import type { ReviewItem } from "./reviewItems";
import { StretchesRead } from "./StretchesRead";
import { decisionWords } from "./standingWords";

type Said = Pick<RoundItem, "decision" | "reason" | "suggestion" | "decidedBy" | "decidedAt" | "carriedFrom">;

type Props = {
  said: Said;
  item: ReviewItem;
  /** What a suggestion was made over, where that was another text than the item's own now. */
  over?: string;
};

/** A decision in words: what, by whom, when, and why; a carried one says which round it stands from. */
export function DecisionSaid({ said, item, over }: Props) {
  const { decision, reason, suggestion, decidedBy, decidedAt, carriedFrom } = said;
  const name = useDossier((state) => state.members[decidedBy ?? ""]?.name ?? "a former member");
  const from = useDossier((state) => (carriedFrom ? state.rounds[carriedFrom]?.number : undefined));
  const words = decisionWords[decision ?? "undecided"];
  return (
    <div className="min-w-0 text-sm">
      <Badge tone={words.tone}>{words.words}</Badge>{" "}
      {decision && (
        <span className="text-xs text-soft">
          by <bdi>{name}</bdi>
          {carriedFrom &&
            ` in ${from === undefined ? "an earlier round" : `round ${from}`}, carried over unchanged`}
          {decidedAt && (
            <>
              , <Moment at={decidedAt} />
            </>
          )}
        </span>
      )}
      {reason && (
        <p className="mt-1 wrap-anywhere" dir="auto">
          “{reason}”
        </p>
      )}
      {suggestion && (
        <Suggestion name={saidBy(item).name} over={over ?? saidBy(item).text} {...{ suggestion }} />
      )}
    </div>
  );
}

function Suggestion({ name, over, suggestion }: { name: string; over: string; suggestion: string }) {
  const stretches = useMemo(() => wordDifference(over, suggestion), [over, suggestion]);
  return (
    <div className="mt-1.5 rounded-md bg-sunken px-3 py-2">
      <p className="mb-0.5 text-xs text-soft">Suggested {name}</p>
      <StretchesRead stretches={stretches} />
    </div>
  );
}
