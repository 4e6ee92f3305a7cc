"use client";

import { Eye, Maximize2, Search } from "lucide-react";
import Link from "next/link";
import type { Coverage } from "@/lib/articles/coverage";
import { nextOpen } from "@/lib/desk/sentenceCursor";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { CoverageBar } from "@/lib/ui/CoverageBar";
import { passageLink } from "../../../(dossier)/passageLink";
import { useDesk } from "./deskContext";
import { FilterMenu } from "./FilterMenu";

/** What a desk's header says, where two desks share the width. */
export function PaneHeader(props: {
  coverage: Coverage;
  showsOpen: boolean;
  onShowOpen: (shows: boolean) => void;
}) {
  const { coverage, showsOpen, onShowOpen } = props;
  const { article, revision, state, actions, dispatch } = useDesk();
  const open = nextOpen(coverage.sentences, state.place);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 pb-1.5">
      {revision.id !== article.revisionId && <Badge tone="warn">Earlier revision: read only</Badge>}
      <span className="max-sm:hidden">
        <CoverageBar {...coverage.counts} />
      </span>
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
      <span className="ms-auto flex items-center gap-1">
        <FilterMenu />
        <Button
          look="quiet"
          size="icon-sm"
          aria-label="Search"
          onClick={() => dispatch({ type: "searching", isOpen: true })}
        >
          <Search aria-hidden size={17} />
        </Button>
        <Button look="quiet" size="icon-sm" asChild>
          <Link
            aria-label="Open on its own"
            title="Open this article on its own"
            href={
              state.selectedId
                ? passageLink({ ...article, articleId: article.id, id: state.selectedId })
                : `/dossiers/${article.dossierId}/articles/${article.id}`
            }
          >
            <Maximize2 aria-hidden size={15} />
          </Link>
        </Button>
      </span>
    </div>
  );
}
