"use client";

import { useEffect, useMemo, useRef } from "react";
import type { PersonRange } from "@/lib/editor/marks";
import { useFollowed, usePeople, useTelling } from "@/lib/live/usePresence";
import type { Person } from "@/lib/presence/model";
import type { Desk } from "./deskContext";
import { usePane } from "./paneContext";

/**
 * Tells the others where in the article this window is, and what is in hand; answers who else is in the article and
 * what they have selected. Scrolls along with who is followed.
 */
export function usePeopleOnDesk(
  desk: Desk,
  layout: number,
): { people: readonly Person[]; selections: readonly PersonRange[] } {
  const { article, revision, state, annotations, surface } = desk;
  const pane = usePane();
  const isShown = pane === null || pane.isActive;
  const selected = state.range ?? annotations.find(({ id }) => id === state.selectedId) ?? null;
  const { followed } = useFollowed();
  const where =
    followed?.where.page === "article" && followed.where.id === article.id ? followed.where : null;
  const latest = useRef({ selected, where });

  const place = useMemo(() => {
    if (!isShown) return null;
    return () => {
      const { selected: hand, where: theirs } = latest.current;
      const seen = theirs ?? surface.current?.visible();
      const where = {
        page: "article" as const,
        id: article.id,
        ...(seen && { start: seen.start, end: seen.end }),
      };
      return { where, selection: hand && { start: hand.start, end: hand.end } };
    };
  }, [isShown, article.id, surface]);
  const moved = useTelling(place);

  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew, something else may be on the screen
  useEffect(() => {
    // Who follows is where the one they follow is: two who follow each other stand still.
    latest.current = { selected, where };
    moved();
  }, [selected, where, moved, layout]);
  useEffect(() => {
    // Captured: a pane that scrolls tells only itself.
    window.addEventListener("scroll", moved, { passive: true, capture: true });
    return () => window.removeEventListener("scroll", moved, { capture: true });
  }, [moved]);

  const everyone = usePeople();
  const people = useMemo(
    () => everyone.filter(({ where }) => where.page === "article" && where.id === article.id),
    [everyone, article.id],
  );
  const selections = useMemo(() => {
    const { length } = revision.text;
    return people.flatMap(({ selection, colour }) =>
      selection && selection.end <= length ? [{ ...selection, colour }] : [],
    );
  }, [people, revision]);

  const start = followed?.selection?.start ?? where?.start;
  const end = followed?.selection?.end ?? where?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew, their place may be elsewhere
  useEffect(() => {
    if (!where || !isShown || start === undefined || end === undefined) return;
    const { length } = revision.text;
    if (start < end && end <= length) surface.current?.scrollTo({ start, end });
  }, [where !== null, start, end, isShown, revision, surface, layout]);

  return { people, selections };
}
