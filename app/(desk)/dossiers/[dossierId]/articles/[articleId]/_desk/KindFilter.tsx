"use client";

import { kinds } from "@/lib/annotations/kinds";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { useDesk } from "./deskContext";

/** Shows and hides kinds; the buttons are the legend as well. */
export function KindFilter() {
  const { annotations, state, dispatch } = useDesk();
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">Kinds shown</legend>
      {kinds.map((kind) => {
        const isShown = !state.hidden.includes(kind);
        const count = annotations.filter((one) => one.kind === kind).length;
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isShown}
            onClick={() => dispatch({ type: "filtered", kind })}
            className={classes(
              "inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md border px-1.5",
              isShown ? "border-line-strong bg-surface" : "border-dashed border-line-strong line-through",
            )}
          >
            <KindBadge kind={kind} short />
            <span className="text-xs text-soft tabular-nums">{count}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
