"use client";

import { useDossier } from "@/lib/live/useDossier";
import { type Returned, returnOf } from "@/lib/reviews/returned";

type Item = Pick<Returned, "type" | "id">;

/** How a reviewer's return of this item stands; null when there is none. Live. */
export function useReturn({ type, id }: Item): Returned | null {
  return useDossier((state) => returnOf(state, { type, id }));
}
