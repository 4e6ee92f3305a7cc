"use client";

import { type Kind, kinds } from "@/lib/annotations/kinds";
import { classes } from "@/lib/ui/classes";
import { kindWords } from "@/lib/ui/KindBadge";

/** The kind of an annotation, to change. */
export function KindChoice(props: { id: string; kind: Kind; onKind: (kind: Kind) => void }) {
  return (
    <fieldset className="flex rounded-md border border-line-strong p-0.5">
      <legend className="sr-only">Kind</legend>
      {kinds.map((kind) => (
        <label
          key={kind}
          className={classes(
            "flex-1 cursor-pointer rounded px-1 py-1 text-center text-xs whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:py-2.5",
            props.kind === kind
              ? "bg-accent-wash font-semibold text-accent forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]"
              : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={`kind-${props.id}`}
            data-card-first-field={props.kind === kind ? "" : undefined}
            checked={props.kind === kind}
            onChange={() => props.onKind(kind)}
          />
          {kind === "official_statement" ? "Statement" : kindWords[kind].one}
        </label>
      ))}
    </fieldset>
  );
}
