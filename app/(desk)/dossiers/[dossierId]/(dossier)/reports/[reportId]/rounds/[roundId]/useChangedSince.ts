"use client";

import { evidenceFor } from "@/lib/evidence/model";
import type { DossierState } from "@/lib/journal/apply";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import { annotationHash, linkHash } from "@/lib/reviews/itemHash";
import type { ReviewRow } from "./reviewRows";

/**
 * Whether an item says something else by now than what was frozen: the server refuses decisions on it. Of the item
 * in hand it is known live; of any other when it is asked, as it takes a hash.
 */
export function useChangedSince(current: ReviewRow | undefined): {
  isCurrent: boolean;
  ask: (row: ReviewRow) => boolean;
} {
  const store = useDossierStore();
  const isCurrent = useDossier((state) => current !== undefined && hasChanged(current, state));
  return { isCurrent, ask: (row) => hasChanged(row, store.getView().server) };
}

function hasChanged(
  { item, decision: { contentHash, itemVersion } }: ReviewRow,
  state: DossierState,
): boolean {
  const now = item.type === "annotation" ? state.annotations[item.id] : state.links[item.id];
  if (!now) return true;
  // The server compares versions too: one that was changed and changed back is another version.
  if (itemVersion > 0 && now.version !== itemVersion) return true;
  if (contentHash === "") return false;
  return hashNow(item, state) !== contentHash;
}

function hashNow(item: ReviewRow["item"], state: DossierState): string | null {
  if (item.type === "annotation") {
    const annotation = state.annotations[item.id];
    return annotation ? annotationHash(annotation, evidenceFor(state.evidence, item.id)) : null;
  }
  const link = state.links[item.id];
  return link ? linkHash(link, state.annotations[link.from], state.annotations[link.to]) : null;
}
