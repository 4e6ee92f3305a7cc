import type { Standing } from "@/lib/reviews/standing";
import type { Tone } from "@/lib/ui/Badge";
import { kindWords } from "@/lib/ui/KindBadge";
import type { DecisionState, ItemKind } from "./reviewFilter";

/** What a review calls how an item stands to the rounds before, and what one should know of it. */
export const standingWords: Record<Standing, { words: string; tone: Tone; says: string }> = {
  new: { words: "New", tone: "neutral", says: "Nobody has decided on it in an earlier round." },
  changed: {
    ...{ words: "Changed", tone: "accent" },
    says: "It was accepted, and was changed since.",
  },
  fixed: {
    ...{ words: "Fixed", tone: "accent" },
    says: "It was returned, and was changed since: to be seen again.",
  },
  "returned-unchanged": {
    ...{ words: "Returned, as it was", tone: "warn" },
    says: "It was returned, and nothing was changed in it since.",
  },
  carried: { words: "Carried over", tone: "ok", says: "It was accepted, and is as it was." },
};

export const decisionWords: Record<DecisionState, { words: string; tone: Tone }> = {
  undecided: { words: "Not decided", tone: "neutral" },
  accepted: { words: "Accepted", tone: "ok" },
  returned: { words: "Returned", tone: "warn" },
};

export function kindName(kind: ItemKind): string {
  return kind === "link" ? "Link" : kindWords[kind].one;
}
