"use client";

import { useId } from "react";
import type { Evidence } from "@/lib/evidence/schema";
import { classes } from "@/lib/ui/classes";

const stances = { for: "For", against: "Against" } as const;

/** Whether a source bears a passage out or speaks against it. */
export function StanceChoice(props: {
  stance: Evidence["stance"];
  onStance: (stance: Evidence["stance"]) => void;
}) {
  const { stance, onStance } = props;
  const name = useId();
  return (
    <fieldset className="flex rounded-md border border-line-strong bg-surface p-0.5">
      <legend className="sr-only">For or against</legend>
      {(["for", "against"] as const).map((one) => (
        <label
          key={one}
          className={classes(
            "flex-1 cursor-pointer rounded px-1 py-1 text-center text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent",
            stance === one ? "bg-accent-wash font-semibold text-accent" : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={stance === one}
            onChange={() => onStance(one)}
          />
          {stances[one]}
        </label>
      ))}
    </fieldset>
  );
}
