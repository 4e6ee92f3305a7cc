"use client";

import { useMemo } from "react";
import { kinds } from "@/lib/annotations/kinds";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { useDesk } from "./deskContext";

/** Shows and hides kinds; the buttons are the legend as well. */
export function KindFilter() {
  const { annotations, filter, setFilter } = useDesk();
  const counts = useMemo(() => {
    const counted = { claim: 0, figure: 0, official_statement: 0 };
    for (const { kind } of annotations) counted[kind] += 1;
    return counted;
  }, [annotations]);
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">Kinds shown</legend>
      {kinds.map((kind) => {
        const isShown = !filter.hiddenKinds.includes(kind);
        const hiddenKinds = isShown
          ? [...filter.hiddenKinds, kind]
          : filter.hiddenKinds.filter((one) => one !== kind);
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isShown}
            onClick={() => setFilter({ ...filter, hiddenKinds })}
            className={classes(
              "inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md border px-1.5 max-sm:gap-0.5 max-sm:px-1",
              isShown ? "border-line-strong bg-surface" : "border-dashed border-line-strong line-through",
            )}
          >
            <KindBadge kind={kind} short />
            <span className="text-xs text-soft tabular-nums">{counts[kind].toLocaleString("en-GB")}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
