"use client";

import { toast } from "sonner";
import { type Conflict, stepsToKeep } from "@/lib/live/conflict";
import { carriesDraft } from "@/lib/live/draftOfChange";
import type { WaitingGroup } from "@/lib/live/heldChanges";
import { useActor, useDossierStore } from "@/lib/live/useDossier";
import { useDraftShelf } from "@/lib/live/useDraftShelf";
import { useHistory } from "../articles/[articleId]/_desk/useHistory";

/** What a person decides about changes of theirs that wait or were refused. */
export function useDecide() {
  const store = useDossierStore();
  const { userId } = useActor();
  const history = useHistory(store, userId);
  const shelf = useDraftShelf();
  const discard = (group: WaitingGroup) => {
    // The last first: what stands on another goes before it.
    for (const change of group.changes.toReversed()) {
      store.discard(change.id);
      for (const draft of shelf.all()) if (carriesDraft(change, draft)) shelf.remove(draft.key);
    }
  };
  return {
    discard,
    /** Puts the chosen fields of mine in the place of theirs; it can be undone. Refused again, it is there again. */
    keepMine(group: WaitingGroup, conflict: Conflict, fields: readonly string[]) {
      const steps = stepsToKeep(group, conflict, fields);
      const [only, ...others] = steps;
      if (!only) return discard(group);
      const says = "your version kept";
      const doing = history.perform(others.length === 0 ? only : { does: "together", steps, says });
      const done = () => {
        discard(group);
        toast("Your version is kept", {
          action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) },
        });
      };
      // What was typed stays on the disk until the new change is.
      void doing.then((settled) => {
        if (settled.saved || settled.held) return done();
        toast.error(`Not kept. ${settled.refusal.message}`, { description: "What you wrote is still here." });
      });
      void doing.waits.then(done);
    },
  };
}
