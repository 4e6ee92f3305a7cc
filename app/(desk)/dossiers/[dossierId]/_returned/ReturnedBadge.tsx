"use client";

import type { Returned } from "@/lib/reviews/returned";
import { Badge } from "@/lib/ui/Badge";
import { returnedWords } from "./returnedWords";
import { useReturn } from "./useReturn";

/** On a card in short: that a reviewer returned it, and what became of that. */
export function ReturnedBadge({ of }: { of: Pick<Returned, "type" | "id"> }) {
  const returned = useReturn(of);
  if (!returned) return null;
  const { words, tone } = returnedWords[returned.standing];
  return (
    <Badge tone={tone} title={`Returned: ${returned.reason}`}>
      {words}
    </Badge>
  );
}
