"use client";

import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import { useDossier } from "@/lib/live/useDossier";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { counted } from "../../../words";
import { LinkCard } from "./LinkCard";

/** Open contradictions first, then other contradictions, then the rest; newest first within each. */
export function LinkList() {
  const [shown, setShown] = useState("all");
  const links = useDossier((state) =>
    Object.values(state.links).filter((link) => state.annotations[link.from] && state.annotations[link.to]),
  );
  if (links.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title="No links yet">
        In an article, choose an annotation and press “Link” (or the key L), then choose the passage it
        contradicts, qualifies or repeats: there or in another article.
      </EmptyState>
    );
  }
  const rank = (link: (typeof links)[number]) =>
    link.relation !== "contradicts" ? 2 : link.status === "open" ? 0 : 1;
  const chosen = links
    .filter((link) => shown === "all" || (shown === "open" ? rank(link) === 0 : rank(link) < 2))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Field label="Show" hiddenLabel>
          <Select value={shown} onChange={(event) => setShown(event.target.value)}>
            <option value="all">All links</option>
            <option value="contradictions">Contradictions</option>
            <option value="open">Open contradictions</option>
          </Select>
        </Field>
        <p role="status" className="text-sm text-soft">
          {counted(chosen.length, "link")}
        </p>
      </div>
      <ul className="flex flex-col gap-4">
        {chosen.map((link) => (
          <LinkCard key={link.id} link={link} />
        ))}
      </ul>
    </>
  );
}
