"use client";

import { useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossierStore } from "@/lib/live/useDossier";

/** What the dossier already says, offered by the browser while a field has the focus. Asked for once, when entered. */
export function Suggestions({
  id,
  of,
}: {
  id: string;
  of: (annotations: readonly Annotation[]) => readonly string[];
}) {
  const store = useDossierStore();
  const [values] = useState(() => of(Object.values(store.getView().state.annotations)));
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
