"use client";

import { useMemo, useSyncExternalStore } from "react";
import { LINK_DRAFT_KEY, type LinkDraft, parseLinkDraft } from "@/lib/desk/linkDraft";

const listeners = new Set<() => void>();

/** The link of this dossier that still looks for its other end; it outlives going to another article. */
export function useLinkDraft(dossierId: string): LinkDraft | null {
  const stored = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessionStorage.getItem(LINK_DRAFT_KEY),
    () => null,
  );
  return useMemo(() => parseLinkDraft(stored, dossierId), [stored, dossierId]);
}

/** Begins to look for another end, or (null) stops. */
export function keepLinkDraft(draft: LinkDraft | null): void {
  if (draft) sessionStorage.setItem(LINK_DRAFT_KEY, JSON.stringify(draft));
  else sessionStorage.removeItem(LINK_DRAFT_KEY);
  for (const listener of [...listeners]) listener();
}
