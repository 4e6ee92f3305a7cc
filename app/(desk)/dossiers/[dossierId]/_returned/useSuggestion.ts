"use client";

import { toast } from "sonner";
import type { SingleStep } from "@/lib/desk/steps";
import { useActor, useDossier, useDossierStore } from "@/lib/live/useDossier";
import type { Returned } from "@/lib/reviews/returned";
import { announce } from "../articles/[articleId]/_desk/Announcer";
import { useHistory } from "../articles/[articleId]/_desk/useHistory";

/** Taking over what a reviewer would write instead: the annotation's note, the link's rationale. It can be undone. */
export function useSuggestion({ type, id, suggestion }: Returned): { isUsed: boolean; use: () => void } {
  const store = useDossierStore();
  const { userId } = useActor();
  const history = useHistory(store, userId);
  const stored = useDossier((state) =>
    type === "annotation" ? state.annotations[id]?.note : state.links[id]?.rationale,
  );
  const use = () => {
    if (stored === undefined) return;
    const step: SingleStep =
      type === "annotation"
        ? { does: "change", noun: "annotation", id, before: { note: stored }, after: { note: suggestion } }
        : {
            does: "change",
            noun: "link",
            id,
            before: { rationale: stored },
            after: { rationale: suggestion },
          };
    const doing = history.perform(step);
    announce("The suggestion is used");
    toast("The suggestion is used", {
      action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) },
    });
    void doing.then((settled) => {
      if (!settled.saved && !settled.held) toast.error(`Not changed. ${settled.refusal.message}`);
    });
  };
  return { isUsed: stored === suggestion, use };
}
