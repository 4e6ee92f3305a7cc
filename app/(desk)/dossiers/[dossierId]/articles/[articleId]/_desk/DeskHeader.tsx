"use client";

import { ArrowLeft, CircleHelp } from "lucide-react";
import Link from "next/link";
import type { Coverage } from "@/lib/articles/coverage";
import { nextOpen } from "@/lib/desk/sentenceCursor";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { CoverageBar } from "@/lib/ui/CoverageBar";
import { plainDay } from "@/lib/ui/plainDay";
import { useDesk } from "./deskContext";
import { FilterMenu } from "./FilterMenu";
import { KindFilter } from "./KindFilter";
import { LiveLine } from "./LiveLine";

/** Where this is, what is shown of it, how much of it has been looked at. Stays in view. */
export function DeskHeader({ coverage }: { coverage: Coverage }) {
  const { article, canEdit, state, actions, dispatch } = useDesk();
  const dossier = useDossier((shown) => shown.dossier);
  const source = [article.outlet, article.byline, article.publishedOn && plainDay(article.publishedOn)];
  const open = nextOpen(coverage.sentences, state.place);
  return (
    <div className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur-sm">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1.5 max-sm:gap-x-2 px-4 py-2 sm:px-6">
        <p className="flex min-w-0 flex-1 items-center gap-2 text-sm">
          <Link
            href={`/dossiers/${dossier.id}`}
            className="inline-flex min-w-0 items-center gap-1 rounded font-medium text-soft hover:text-ink"
          >
            <ArrowLeft aria-hidden size={15} className="shrink-0" />
            <span className="truncate">{dossier.title}</span>
          </Link>
          <span className="hidden truncate text-soft md:inline">{source.filter(Boolean).join(" · ")}</span>
          {!canEdit && (
            <span className="shrink-0 rounded bg-sunken px-1.5 text-xs text-soft">Reading only</span>
          )}
        </p>
        <KindFilter />
        <FilterMenu />
        <span className="flex items-center gap-2">
          <CoverageBar {...coverage.counts} />
          <Button
            look="quiet"
            size="sm"
            disabled={!open}
            aria-label="Next open sentence"
            onClick={() => open && actions.take({ start: open.start, end: open.end })}
          >
            Next open<span className="max-sm:hidden">sentence</span>
          </Button>
        </span>
        <LiveLine />
        <Button
          look="quiet"
          size="icon-sm"
          aria-label="Keys and legend"
          onClick={() => dispatch({ type: "help", isOpen: true })}
        >
          <CircleHelp aria-hidden size={17} />
        </Button>
      </div>
    </div>
  );
}
