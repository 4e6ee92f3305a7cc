"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { DraftAbout } from "@/lib/desk/keptDraft";
import { isSame } from "@/lib/desk/steps";
import type { Settled } from "@/lib/live/store";
import { useView } from "@/lib/live/useDossier";
import { useDraftShelf } from "@/lib/live/useDraftShelf";

const PAUSE_MS = 700;

/**
 * `kept`: it came back from an earlier visit and was never saved. `unsaved`: the server cannot be reached, it is tried
 * again. `invalid`: what is typed cannot be saved as it is. `refused`: the server said no,
 * `reason` says why.
 */
export type DraftState =
  | "clean"
  | "kept"
  | "unsaved"
  | "typing"
  | "saving"
  | "saved"
  | "invalid"
  | "refused"
  | "conflict";

/** What is typed, and the stored value it was typed over. */
type Draft<T> = { value: T; base: T };

export type FieldDraft<T> = {
  value: T;
  state: DraftState;
  reason: string | null;
  /** In a conflict, or kept from an earlier visit: what is stored now. */
  theirs: T | null;
  type(value: T): void;
  /** Saves what is typed now rather than after a pause. */
  flush(): void;
  keepMine(): void;
  takeTheirs(): void;
};

/** How what is typed is kept in the browser until the server has it. Hold `schema` outside of the component. */
export type Keeping<T> = {
  /** Names the field within the dossier. */
  key: string;
  about: DraftAbout & { annotationId: string };
  schema: z.ZodType<T>;
  words(value: T): string;
  /** How the field will stand once `value` is saved, where that is not as it was typed ("1,310" becomes "1310"). */
  storedAs?(value: T): T;
};

/**
 * A field that saves itself a moment after typing stops, and when it goes away. What someone else writes meanwhile is
 * never overwritten: both versions are shown, and what was typed is kept until the person decides.
 *
 * @param live the field as it is stored, with the changes made here
 * @param keeping what is typed survives a reload and a crash under this name
 * @param save answers null when the value cannot be saved as it is
 */
export function useFieldDraft<T>(
  live: T,
  save: (value: T) => Promise<Settled<unknown>> | null,
  keeping: Keeping<T>,
): FieldDraft<T> {
  const [draft, setDraft] = useState<Draft<T> | null>(null);
  const [state, setState] = useState<DraftState>("clean");
  const [reason, setReason] = useState<string | null>(null);
  const now = useRef({ live, save, draft, state });
  useLayoutEffect(() => {
    now.current = { live, save, draft, state };
  });
  const shelf = useDraftShelf();
  const { key, schema } = keeping;
  const isWaiting = useView((view) => view.phases[`annotation:${keeping.about.annotationId}`] === "unsaved");
  /** What was stored before anything of the draft was sent: what the kept one was written over. */
  const stored = useRef<{ base: T } | null>(null);
  // What an earlier visit kept may be on its way already, among the changes that wait.
  const isLoaded = useView((view) => view.isLoaded);
  useEffect(() => {
    if (!isLoaded) return;
    const kept = shelf.read(key);
    const [value, base] = [schema.safeParse(kept?.value), schema.safeParse(kept?.base)];
    if (!value.success || !base.success || now.current.draft) return;
    if (isSame(value.data, now.current.live)) return shelf.remove(key);
    stored.current = { base: base.data };
    setDraft({ value: value.data, base: base.data });
    setState(isSame(now.current.live, base.data) ? "kept" : "conflict");
  }, [isLoaded, shelf, key, schema]);
  const keep = (value: T, base: T) => {
    stored.current ??= { base };
    const plain = JSON.parse(JSON.stringify({ value, base: stored.current.base }));
    const { about, words } = keeping;
    shelf.keep(key, { at: new Date().toISOString(), about, words: words(value), ...plain });
  };
  const unkeep = (value?: T) => {
    // What was typed while it was being saved is not saved yet.
    const kept = shelf.read(key);
    if (value !== undefined && kept && !isSame(kept.value, value)) return;
    stored.current = null;
    shelf.remove(key);
  };

  const saved = (value: T) => {
    unkeep(value);
    setReason(null);
    setDraft((current) => (current && isSame(current.value, value) ? null : current));
    setState((current) => (current === "typing" ? current : "saved"));
  };
  const handedOver = (value: T) => {
    unkeep(value);
    setDraft((current) => (current && isSame(current.value, value) ? null : current));
    setState((current) => (current === "typing" ? current : "clean"));
  };
  const send = ({ value, base }: Draft<T>) => {
    const stored = now.current.live;
    const asStored = keeping.storedAs?.(value) ?? value;
    if (isSame(asStored, stored)) return saved(value);
    if (!isSame(stored, base)) return setState("conflict");
    const saving = now.current.save(value);
    if (!saving) return setState("invalid");
    setState("saving");
    setDraft((current) => current && { ...current, base: asStored });
    void saving.then((settled) => {
      if (settled.saved) return saved(value);
      // It waits for a decision among all that was refused, whatever becomes of this field.
      if (settled.held) return handedOver(value);
      setReason(settled.refusal.message);
      setDraft((current) => ({ value: current?.value ?? value, base }));
      setState(settled.refusal.code === "stale" ? "conflict" : "refused");
    });
  };
  const latestSend = useRef(send);
  useLayoutEffect(() => {
    latestSend.current = send;
  });

  useEffect(() => {
    if (state !== "typing" || !draft) return;
    const timer = setTimeout(() => latestSend.current(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, state]);
  useEffect(
    () => () => {
      const { draft: rest, state: last } = now.current;
      if (rest && last === "typing") latestSend.current(rest);
    },
    [],
  );

  return {
    value: draft ? draft.value : live,
    state: state === "saving" && isWaiting ? "unsaved" : state,
    reason,
    theirs: state === "conflict" || state === "kept" ? live : null,
    type(value) {
      keep(value, draft ? draft.base : live);
      setDraft((current) => ({ value, base: current ? current.base : live }));
      setState((current) => (current === "conflict" ? current : "typing"));
    },
    flush() {
      if (draft && state === "typing") send(draft);
    },
    keepMine() {
      if (!draft) return;
      setDraft({ value: draft.value, base: live });
      setState("typing");
    },
    takeTheirs() {
      unkeep();
      setDraft(null);
      setReason(null);
      setState("clean");
    },
  };
}
