"use client";

import { useMemo } from "react";
import { useTab } from "./DossierProvider";
import { type DraftShelf, draftShelf } from "./keptDrafts";

/** Where what is typed in this dossier is kept until it is saved. */
export function useDraftShelf(): DraftShelf {
  const { store, userId } = useTab();
  const dossierId = store.getView().state.dossier.id;
  return useMemo(() => draftShelf(userId, dossierId), [userId, dossierId]);
}
