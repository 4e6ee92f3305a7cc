"use client";

import { useEffect, useEffectEvent } from "react";
import type { Entry } from "@/lib/journal/entries";
import { useTab } from "@/lib/live/DossierProvider";
import { kindWords } from "@/lib/ui/KindBadge";
import { announce } from "./Announcer";
import type { Desk } from "./deskContext";

/** Draws the eye, and the ear, to what someone else changes in this article. */
export function useOthersChanges({ revision, surface }: Desk): void {
  const { store, userId } = useTab();
  const heard = useEffectEvent((entry: Entry) => {
    if (entry.actorId === userId) return;
    if (entry.type !== "annotation.created" && entry.type !== "annotation.changed") return;
    const { annotation } = entry.payload;
    if (annotation.revisionId !== revision.id) return;
    surface.current?.flash(annotation);
    const name = store.getView().state.members[entry.actorId]?.name ?? "Someone";
    const verb = entry.type === "annotation.created" ? "tagged" : "changed";
    announce(`${name} ${verb} a ${kindWords[annotation.kind].one.toLowerCase()}`);
  });
  useEffect(() => store.watchEntries((entry) => heard(entry)), [store]);
}
