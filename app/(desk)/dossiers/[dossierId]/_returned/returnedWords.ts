import type { ReturnedStanding } from "@/lib/reviews/returned";
import type { Tone } from "@/lib/ui/Badge";

/** What became of what a reviewer returned. */
export const returnedWords: Record<ReturnedStanding, { words: string; tone: Tone }> = {
  returned: { words: "Returned", tone: "warn" },
  answered: { words: "Returned, answered", tone: "warn" },
  fixed: { words: "Fixed, to be seen again", tone: "accent" },
};
