"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { isSame } from "@/lib/desk/steps";
import type { Settled } from "@/lib/live/store";

const PAUSE_MS = 700;

/** `invalid`: what is typed cannot be saved as it is. `refused`: the server said no, `reason` says why. */
export type DraftState = "clean" | "typing" | "saving" | "saved" | "invalid" | "refused" | "conflict";

/** What is typed, and the stored value it was typed over. */
type Draft<T> = { value: T; base: T };

export type FieldDraft<T> = {
  value: T;
  state: DraftState;
  reason: string | null;
  /** In a conflict: what someone else has made of it. */
  theirs: T | null;
  type(value: T): void;
  /** Saves what is typed now rather than after a pause. */
  flush(): void;
  keepMine(): void;
  takeTheirs(): void;
};

/**
 * A field that saves itself a moment after typing stops, and when it goes away. What someone else writes meanwhile is
 * never overwritten: both versions are shown, and what was typed is kept until the person decides.
 *
 * @param live the field as it is stored, with the changes made here
 * @param save answers null when the value cannot be saved as it is
 */
export function useFieldDraft<T>(
  live: T,
  save: (value: T) => Promise<Settled<unknown>> | null,
): FieldDraft<T> {
  const [draft, setDraft] = useState<Draft<T> | null>(null);
  const [state, setState] = useState<DraftState>("clean");
  const [reason, setReason] = useState<string | null>(null);
  const now = useRef({ live, save, draft, state });
  useLayoutEffect(() => {
    now.current = { live, save, draft, state };
  });

  const saved = (value: T) => {
    setReason(null);
    setDraft((current) => (current && isSame(current.value, value) ? null : current));
    setState((current) => (current === "typing" ? current : "saved"));
  };
  const send = ({ value, base }: Draft<T>) => {
    const stored = now.current.live;
    if (isSame(value, stored)) return saved(value);
    if (!isSame(stored, base)) return setState("conflict");
    const saving = now.current.save(value);
    if (!saving) return setState("invalid");
    setState("saving");
    setDraft((current) => current && { ...current, base: value });
    void saving.then((settled) => {
      if (settled.saved) return saved(value);
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
    state,
    reason,
    theirs: state === "conflict" ? live : null,
    type(value) {
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
      setDraft(null);
      setReason(null);
      setState("clean");
    },
  };
}
