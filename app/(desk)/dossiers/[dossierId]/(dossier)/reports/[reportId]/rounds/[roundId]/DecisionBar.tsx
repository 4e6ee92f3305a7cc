"use client";

import { Check, RotateCcw, Undo2 } from "lucide-react";
import { Button } from "@/lib/ui/Button";
import { Kbd } from "@/lib/ui/Kbd";
import { DecisionSaid } from "./DecisionSaid";
import type { ReviewRow } from "./reviewRows";

type Props = {
  row: ReviewRow;
  /** Why not, as a sentence; null when this person may decide now. */
  refusal: string | null;
  isSending: boolean;
  isOwn: boolean;
  onAccept: () => void;
  onReturn: () => void;
  onTakeBack: () => void;
};

/** What is decided on the item in hand, and what one may decide. Stays in reach at the foot of the screen. */
export function DecisionBar(props: Props) {
  const { row, refusal, isSending, isOwn } = props;
  const { decision } = row.decision;
  return (
    <section
      aria-label="Decision"
      className="sticky bottom-0 z-10 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-[0_-4px_14px_rgb(0_0_0/0.06)]"
    >
      <div className="max-h-[30dvh] min-w-0 flex-1 basis-60 overflow-y-auto">
        <DecisionSaid said={row.decision} item={row.item} />
        {refusal && <p className="mt-1 text-sm text-soft">{refusal}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {isOwn && (
          <Button look="quiet" busy={isSending} onClick={props.onTakeBack}>
            <RotateCcw aria-hidden size={15} /> Take back
          </Button>
        )}
        {refusal === null && (
          <>
            <Button look="secondary" onClick={props.onReturn}>
              <Undo2 aria-hidden size={16} /> Return… <Key name="r" />
            </Button>
            <Button
              look={decision === "accepted" ? "secondary" : "primary"}
              disabled={decision === "accepted"}
              onClick={props.onAccept}
            >
              <Check aria-hidden size={16} /> {decision === "accepted" ? "Accepted" : "Accept"}{" "}
              {decision !== "accepted" && <Key name="a" />}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Key({ name }: { name: string }) {
  return (
    <span aria-hidden className="hidden lg:inline">
      <Kbd>{name}</Kbd>
    </span>
  );
}
