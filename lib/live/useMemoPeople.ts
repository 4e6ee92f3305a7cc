"use client";

import { useMemo, useSyncExternalStore } from "react";
import { peopleColours } from "@/lib/presence/model";
import type { CaretPlace, Presence } from "@/lib/presence/schema";
import { useTab } from "./DossierProvider";
import { presenceOf } from "./presence";
import { useDossier } from "./useDossier";

/** A window in which a report's memo is open; the person's own other windows too. */
export type MemoWindow = { tab: string; name: string; colour: number; caret: CaretPlace | null };

const nobody: readonly Presence[] = [];

/** Who has this report open, window by window, without those who are no members. */
export function useMemoPeople(reportId: string): readonly MemoWindow[] {
  const { userId } = useTab();
  const presence = presenceOf(useDossier((state) => state.dossier.id));
  const members = useDossier((state) => state.members, Object.is);
  const windows = useSyncExternalStore(presence.subscribe, presence.windows, () => nobody);
  return useMemo(() => {
    const colours = peopleColours(members);
    return windows.flatMap((window): MemoWindow[] => {
      const { where, tab, caret = null } = window;
      const member = members[window.userId];
      if (!member || window.userId === userId || where.page !== "report" || where.id !== reportId) return [];
      return [{ tab, name: member.name, colour: colours.get(window.userId) ?? 0, caret }];
    });
  }, [windows, members, userId, reportId]);
}
