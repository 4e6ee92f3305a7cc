"use client";

import { GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { counted } from "../../../words";
import { LinkCard } from "./LinkCard";

/** Further links are on the board, which loads them as one scrolls. */
const MOST_SHOWN = 30;

/** Open contradictions first, then other contradictions, then the rest; newest first within each. */
export function LinkList() {
  const [shown, setShown] = useState("all");
  const dossierId = useDossier((state) => state.dossier.id);
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
        <Button look="primary" asChild className="ms-auto">
          <Link href={`/dossiers/${dossierId}/links`}>Open the board</Link>
        </Button>
      </div>
      <ul className="flex flex-col gap-4">
        {chosen.slice(0, MOST_SHOWN).map((link) => (
          <LinkCard key={link.id} link={link} />
        ))}
      </ul>
      {chosen.length > MOST_SHOWN && (
        <p className="mt-4 text-sm">
          <Link href={`/dossiers/${dossierId}/links`} className="stet-link">
            All {counted(chosen.length, "link")} on the board
          </Link>
        </p>
      )}
    </>
  );
}
