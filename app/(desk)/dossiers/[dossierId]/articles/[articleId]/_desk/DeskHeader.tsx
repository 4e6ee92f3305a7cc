"use client";

import { ArrowLeft, CircleHelp, Columns2, Eye, Scale, Search } from "lucide-react";
import Link from "next/link";
import type { Coverage } from "@/lib/articles/coverage";
import { can } from "@/lib/auth/policy";
import { nextOpen } from "@/lib/desk/sentenceCursor";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { CoverageBar } from "@/lib/ui/CoverageBar";
import { plainDay } from "@/lib/ui/plainDay";
import { PeopleHere } from "../../../_presence/PeopleHere";
import { comparePath } from "../../../compare/comparePath";
import { useDesk } from "./deskContext";
import { FilterMenu } from "./FilterMenu";
import { KindFilter } from "./KindFilter";
import { LiveLine } from "./LiveLine";

/** Where this is, what is shown of it, how much of it has been looked at. Stays in view. */
export function DeskHeader(props: {
  coverage: Coverage;
  showsOpen: boolean;
  onShowOpen: (shows: boolean) => void;
}) {
  const { coverage, showsOpen, onShowOpen } = props;
  const { article, canEdit, state, actions, dispatch } = useDesk();
  const dossier = useDossier((shown) => shown.dossier);
  const mayJudge = can(useActor(), "article.adjudicate");
  const source = [article.outlet, article.byline, article.publishedOn && plainDay(article.publishedOn)];
  const open = nextOpen(coverage.sentences, state.place);
  return (
    <div className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur-sm">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 max-sm:gap-x-1.5 sm:px-6">
        <p className="flex min-w-0 flex-1 basis-56 items-center gap-2 text-sm max-xl:basis-full">
          <Link
            href={`/dossiers/${dossier.id}`}
            className="inline-flex min-w-0 items-center gap-1 rounded font-medium text-soft hover:text-ink"
          >
            <ArrowLeft aria-hidden size={15} className="shrink-0" />
            <span className="truncate">{dossier.title}</span>
          </Link>
          <span className="hidden min-w-0 truncate text-soft md:inline">
            {source.filter(Boolean).join(" · ")}
          </span>
          {!canEdit && (
            <span className="shrink-0 rounded bg-sunken px-1.5 text-xs text-soft">Reading only</span>
          )}
          {article.independent && (
            <Link
              href={`/dossiers/${dossier.id}/articles/${article.id}/agreement`}
              title="Everyone sees their own annotations only, until they are compared"
              className="shrink-0 rounded bg-accent-wash px-1.5 text-xs text-accent hover:underline"
            >
              Independent
            </Link>
          )}
          <PeopleHere />
          {/* With little width the line of the article has room for these as well. */}
          <span className="ms-auto flex shrink-0 items-center gap-1 xl:hidden">
            <LiveLine />
            <HelpButton />
          </span>
        </p>
        <KindFilter />
        <FilterMenu />
        <span className="flex items-center gap-1">
          <CoverageBar {...coverage.counts} />
          <Button
            look="quiet"
            size="sm"
            disabled={!open}
            aria-label="Next open sentence"
            onClick={() => open && actions.take({ start: open.start, end: open.end })}
          >
            Next open
          </Button>
          <Button
            look="quiet"
            size="icon-sm"
            aria-label="Mark open sentences"
            title="Mark open sentences beside the text"
            aria-pressed={showsOpen}
            onClick={() => onShowOpen(!showsOpen)}
          >
            <Eye aria-hidden size={16} />
          </Button>
        </span>
        <Button look="quiet" size="sm" asChild>
          <Link href={comparePath(dossier.id, { left: article.id, leftAt: state.selectedId ?? undefined })}>
            <Columns2 aria-hidden size={15} />
            <span>
              Compare<span className="max-sm:sr-only"> with…</span>
            </span>
          </Link>
        </Button>
        {mayJudge && (
          <Button look="quiet" size="icon-sm" asChild className="max-sm:hidden">
            <Link
              href={`/dossiers/${dossier.id}/articles/${article.id}/agreement`}
              aria-label="Agreement"
              title="How far two people agree on this article"
            >
              <Scale aria-hidden size={16} />
            </Link>
          </Button>
        )}
        <Button
          look="quiet"
          size="icon-sm"
          aria-label="Search"
          onClick={() => dispatch({ type: "searching", isOpen: true })}
        >
          <Search aria-hidden size={17} />
        </Button>
        <span className="flex items-center gap-2 max-xl:hidden">
          <LiveLine />
          <HelpButton />
        </span>
      </div>
    </div>
  );
}

function HelpButton() {
  const { dispatch } = useDesk();
  return (
    <Button
      look="quiet"
      size="icon-sm"
      aria-label="Keys and legend"
      onClick={() => dispatch({ type: "help", isOpen: true })}
    >
      <CircleHelp aria-hidden size={17} />
    </Button>
  );
}
