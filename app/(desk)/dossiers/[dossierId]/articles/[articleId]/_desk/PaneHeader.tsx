"use client";

import { Eye, Search } from "lucide-react";
import type { Coverage } from "@/lib/articles/coverage";
import { nextOpen } from "@/lib/desk/sentenceCursor";
import { Button } from "@/lib/ui/Button";
import { CoverageBar } from "@/lib/ui/CoverageBar";
import { useDesk } from "./deskContext";
import { FilterMenu } from "./FilterMenu";
import { LiveLine } from "./LiveLine";

/** What a desk's header says, where two desks share the width. */
export function PaneHeader(props: {
  coverage: Coverage;
  showsOpen: boolean;
  onShowOpen: (shows: boolean) => void;
}) {
  const { coverage, showsOpen, onShowOpen } = props;
  const { state, actions, dispatch } = useDesk();
  const open = nextOpen(coverage.sentences, state.place);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 pb-1.5">
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
        <LiveLine />
      </span>
    </div>
  );
}
