"use client";

import { useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import type { DraftAbout } from "@/lib/desk/keptDraft";
import { isSame } from "@/lib/desk/steps";
import { useTab } from "./DossierProvider";
import { type DraftShelf, draftShelf } from "./keptDrafts";

/** Where what is typed in this dossier is kept until it is saved. */
export function useDraftShelf(): DraftShelf {
  const { store, userId } = useTab();
  const dossierId = store.getView().state.dossier.id;
  return useMemo(() => draftShelf(userId, dossierId), [userId, dossierId]);
}

export type FormDraft<T> = {
  value: T;
  change(value: T): void;
  /** It was saved, or thrown away: the form is empty again and nothing is kept. */
  forget(): void;
  /** It came back from an earlier visit: say "kept here, not saved". */
  isBack: boolean;
};

/**
 * What is typed into a form, kept in this browser while it is not saved: across a reload and a crash, for this person
 * only. Hold `empty` and `schema` outside of the component, or memoised.
 *
 * @param key names the form within the dossier: `comment:${annotationId}`, `evidence:${annotationId}`
 * @param options.schema what a kept value must be; another one is not taken back
 * @param options.words the value to be read and copied
 */
export function useKeptDraft<T>(
  key: string,
  options: { empty: T; schema: z.ZodType<T>; about: DraftAbout; words(value: T): string },
): FormDraft<T> {
  const shelf = useDraftShelf();
  const { empty, schema, about, words } = options;
  const [typed, setTyped] = useState<{ key: string; value: T; isBack: boolean } | null>(null);
  const mine = typed?.key === key ? typed : null;
  // Only once it is mounted: the server knows no drafts.
  useEffect(() => {
    const kept = schema.safeParse(shelf.read(key)?.value);
    if (!kept.success) return;
    setTyped((now) => (now?.key === key ? now : { key, value: kept.data, isBack: true }));
  }, [shelf, key, schema]);
  return {
    value: mine ? mine.value : empty,
    isBack: mine?.isBack ?? false,
    change(value) {
      setTyped({ key, value, isBack: false });
      if (isSame(value, empty)) return shelf.remove(key);
      const plain = JSON.parse(JSON.stringify({ value, base: empty }));
      shelf.keep(key, { at: new Date().toISOString(), about, words: words(value), ...plain });
    },
    forget() {
      setTyped(null);
      shelf.remove(key);
    },
  };
}
