import { Check, CheckCheck, CircleDashed, Undo2 } from "lucide-react";
import type { RoundItem } from "@/lib/reviews/schema";
import { decisionWords } from "./standingWords";

/** What is decided on an item, as a mark with its words for those who do not see it. */
export function DecisionIcon({ item }: { item: RoundItem | undefined }) {
  const state = item?.decision ?? "undecided";
  const isCarried = state === "accepted" && item?.carriedFrom;
  const Icon = { undecided: CircleDashed, accepted: isCarried ? CheckCheck : Check, returned: Undo2 }[state];
  const ink = { undecided: "text-soft", accepted: "text-ok", returned: "text-warn" }[state];
  return (
    <span className={`inline-flex shrink-0 ${ink}`}>
      <Icon aria-hidden size={15} strokeWidth={2.25} />
      <span className="sr-only">
        {decisionWords[state].words}
        {isCarried && " in an earlier round"}
      </span>
    </span>
  );
}
