"use client";

import { useMemo } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossierStore } from "@/lib/live/useDossier";

/**
 * What the dossier already says, offered by the browser. Looked up only while the field is `active`; the empty list
 * stays, so that the field is a combobox for screen readers all the time.
 */
export function Suggestions({
  id,
  active,
  of,
}: {
  id: string;
  active: boolean;
  of: (annotations: readonly Annotation[]) => readonly string[];
}) {
  const store = useDossierStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time the field is entered
  const values = useMemo(
    () => (active ? of(Object.values(store.getView().state.annotations)) : []),
    [active, store],
  );
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
