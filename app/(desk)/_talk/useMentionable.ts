"use client";

import { useMemo } from "react";
import { mentionLabels } from "@/lib/comments/mentions";
import type { Member } from "@/lib/dossiers/schema";
import { useDossier } from "@/lib/live/useDossier";

/** A member with what is typed after @ to mention them. */
export type Mentionable = Member & { label: string };

/** Everybody who can be mentioned here: the dossier's members, viewers too. */
export function useMentionable(): readonly Mentionable[] {
  const members = useDossier((state) => Object.values(state.members));
  return useMemo(() => {
    const labels = new Map(mentionLabels(members).map(({ userId, label }) => [userId, label]));
    return members.map((member) => ({ ...member, label: labels.get(member.userId) ?? member.name }));
  }, [members]);
}
