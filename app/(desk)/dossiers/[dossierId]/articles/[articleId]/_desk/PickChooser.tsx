"use client";

import { Popover } from "radix-ui";
import { useDossier } from "@/lib/live/useDossier";
import { KindBadge } from "@/lib/ui/KindBadge";
import { useDesk } from "./deskContext";

/** Where highlights lie on each other: which of them is meant. */
export function PickChooser() {
  const { state, dispatch, actions } = useDesk();
  const { choice } = state;
  const annotations = useDossier((shown) => (choice?.ids ?? []).map((id) => shown.annotations[id]));
  if (!choice) return null;
  const anchor = { getBoundingClientRect: () => new DOMRect(choice.x, choice.y, 0, 0) };
  return (
    <Popover.Root
      open
      onOpenChange={(isOpen) => !isOpen && dispatch({ type: "selected", id: state.selectedId })}
    >
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Portal>
        <Popover.Content
          aria-label="Which annotation?"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex w-80 max-w-[calc(100vw-1rem)] flex-col rounded-md border border-line-strong bg-surface p-1 shadow-lg"
        >
          {annotations.map(
            (annotation) =>
              annotation && (
                <button
                  key={annotation.id}
                  type="button"
                  className="flex cursor-pointer flex-col items-start gap-0.5 rounded px-2 py-1.5 text-start hover:bg-sunken"
                  onClick={() => actions.pick([annotation.id], choice)}
                >
                  <KindBadge kind={annotation.kind} />
                  <span dir="auto" className="line-clamp-2 font-serif text-sm">
                    {annotation.exact}
                  </span>
                </button>
              ),
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
