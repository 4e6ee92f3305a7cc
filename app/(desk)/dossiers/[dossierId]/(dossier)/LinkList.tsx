"use client";

import { GitCompareArrows } from "lucide-react";
import NextLink from "next/link";
import { useMemo, useState } from "react";
import type { Link } from "@/lib/links/schema";
import { storedRow } from "@/lib/links/storedRow";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { counted } from "../../../words";
import { TwoQuoteCard } from "../_links/TwoQuoteCard";

/** Further links are on the board, which loads them as one scrolls. */
const MOST_SHOWN = 30;

/** Open contradictions first, then other contradictions, then the rest; newest first within each. */
export function LinkList() {
  const [shown, setShown] = useState("all");
  const dossierId = useDossier((state) => state.dossier.id);
  const links = useDossier((state) =>
    Object.values(state.links).filter(({ from, to }) =>
      [from, to].every((end) => state.articles[state.annotations[end]?.articleId ?? ""]),
    ),
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
          <NextLink href={`/dossiers/${dossierId}/links`}>Open the board</NextLink>
        </Button>
      </div>
      <ul className="flex flex-col gap-4">
        {chosen.slice(0, MOST_SHOWN).map((link) => (
          <StoredCard key={link.id} link={link} />
        ))}
      </ul>
      {chosen.length > MOST_SHOWN && (
        <p className="mt-4 text-sm">
          <NextLink href={`/dossiers/${dossierId}/links`} className="stet-link">
            All {counted(chosen.length, "link")} on the board
          </NextLink>
        </p>
      )}
    </>
  );
}

function StoredCard({ link }: { link: Link }) {
  const ends = useDossier(({ annotations }) => ({ from: annotations[link.from], to: annotations[link.to] }));
  const articles = useDossier((state) => state.articles, Object.is);
  const row = useMemo(() => storedRow(link, ends, articles), [link, ends, articles]);
  if (!row) return null;
  return (
    <li id={`link-${link.id}`} className="scroll-mt-4">
      <TwoQuoteCard row={row} />
    </li>
  );
}
