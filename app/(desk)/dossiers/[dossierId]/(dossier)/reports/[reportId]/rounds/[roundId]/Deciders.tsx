"use client";

import { useDossier } from "@/lib/live/useDossier";
import type { RoundItem } from "@/lib/reviews/schema";
import { grouped } from "@/lib/text/grouped";
import { counted } from "../../../../../../../words";

/** Who accepted how much of a round, and how much of that stands from an earlier one. */
export function Deciders({ items }: { items: readonly RoundItem[] }) {
  const members = useDossier((state) => state.members);
  const rounds = useDossier((state) => state.rounds);
  const accepted = items.filter(({ decision }) => decision === "accepted");
  if (accepted.length === 0) return <span className="text-soft">Nobody has accepted anything yet.</span>;
  const open = items.length - accepted.length;
  const lines = [...grouped(accepted, ({ decidedBy, carriedFrom }) => `${decidedBy} ${carriedFrom ?? ""}`)];
  return (
    <ul>
      {lines.map(([key, [first, ...rest]]) => (
        <li key={key}>
          {members[first?.decidedBy ?? ""]?.name ?? "A former member"} accepted{" "}
          {counted(rest.length + 1, "item")}
          {first?.carriedFrom && (
            <span className="text-soft">
              , carried over from {roundName(rounds[first.carriedFrom]?.number)}: not a word of{" "}
              {rest.length === 0 ? "it" : "them"} has changed
            </span>
          )}
        </li>
      ))}
      {open > 0 && <li className="text-soft">{counted(open, "item")} not accepted</li>}
    </ul>
  );
}

function roundName(number: number | undefined): string {
  return number === undefined ? "an earlier round" : `round ${number}`;
}
