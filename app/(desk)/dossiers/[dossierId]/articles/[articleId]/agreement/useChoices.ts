"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import type { Place } from "@/lib/agreement/places";
import type { Annotation } from "@/lib/annotations/schema";

export type Choice = "one" | "other" | "both";
const kept = z.record(z.string(), z.enum(["one", "other", "both"]));

/** A place by what stands in it: once that changes, what was chosen for it is open again. */
export function placeKey({ one, other }: Place<Annotation>): string {
  return [...one, ...other].map(({ id, version }) => `${id}:${version}`).join(" ");
}

/**
 * What was chosen for the places, kept in this tab until the set is made. Where both say the same there is nothing to
 * choose: the first one’s stays.
 */
export function useChoices(key: string) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  useEffect(() => {
    const { data } = kept.safeParse(parsed(sessionStorage.getItem(key)));
    setChoices(data ?? {});
  }, [key]);
  return {
    choiceOf(place: Place<Annotation>): Choice | null {
      return choices[placeKey(place)] ?? (place.standing === "same" ? "one" : null);
    },
    choose(place: Place<Annotation>, choice: Choice) {
      const next = { ...choices, [placeKey(place)]: choice };
      setChoices(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    forget() {
      sessionStorage.removeItem(key);
      setChoices({});
    },
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}
