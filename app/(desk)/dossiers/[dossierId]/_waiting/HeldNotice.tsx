"use client";

import { useMemo } from "react";
import { waitingGroups } from "@/lib/live/heldChanges";
import { useView } from "@/lib/live/useDossier";
import { ConflictChoice } from "./ConflictChoice";

/** What was refused about one annotation, to be decided where it stands. */
export function HeldNotice({ annotationId }: { annotationId: string }) {
  const waiting = useView((view) => view.waiting, Object.is);
  const held = useMemo(
    () =>
      waitingGroups(waiting).filter(
        ({ refusal, subject }) => refusal && subject.noun === "annotation" && subject.id === annotationId,
      ),
    [waiting, annotationId],
  );
  return held.map((group) => <ConflictChoice key={group.key} group={group} />);
}
