"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { queryHint } from "@/lib/search/query";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Input } from "@/lib/ui/Input";
import { counted } from "../../../../../words";
import { PassageList } from "../../../_search/PassageList";
import { usePassages } from "../../../_search/usePassages";
import { useDesk } from "./deskContext";
import { usePane } from "./paneContext";
import { TagAllDialog } from "./TagAllDialog";
import type { ArticleSearch } from "./useArticleSearch";

/** Searches the article, or the whole dossier. Closing it leaves the hit in hand. */
export function SearchPanel({ search }: { search: ArticleSearch }) {
  const { article, canEdit, state, dispatch, actions, surface } = useDesk();
  const { isSearchOpen: isOpen } = state;
  const { typed, hits, at, problem, isDossierWide } = search;
  const pane = usePane();
  const hint = useId();
  const box = useRef<HTMLInputElement>(null);
  const [isTaggingAll, setTaggingAll] = useState(false);
  const asked = isOpen && isDossierWide && typed.trim() !== "" && !problem ? typed.trim() : null;
  const passages = usePassages(article.dossierId, asked);
  useFocus(isOpen, box, search.comesBack);
  useFindKeys(isOpen && (pane === null || pane.isActive), search.step, box);
  if (!isOpen) return null;

  const close = () => {
    dispatch({ type: "searching", isOpen: false });
    surface.current?.focus();
  };
  const count = hits.length === 0 ? "Not here" : at < 0 ? `${hits.length}` : `${at + 1} of ${hits.length}`;
  const hasWords = typed.trim() !== "" && !problem;
  return (
    <div
      dir={article.direction}
      className={classes("sticky z-30 mx-auto h-0 max-w-7xl sm:px-6", pane ? "top-0" : "top-13")}
    >
      <search
        dir="ltr"
        aria-label="Search"
        className="absolute end-0 flex max-h-[min(32rem,75dvh)] w-full flex-col overflow-hidden border border-line-strong bg-surface shadow-lg max-lg:max-h-[45dvh] sm:end-6 sm:mt-1 sm:w-[25rem] sm:rounded-lg"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      >
        <div className="flex flex-col gap-2 p-2.5">
          <div className="flex items-center gap-1">
            <Input
              ref={box}
              type="search"
              aria-label={isDossierWide ? "Search the dossier" : "Search this article"}
              aria-describedby={hint}
              placeholder={isDossierWide ? "Search the dossier" : "Search this article"}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              value={typed}
              onChange={(event) => search.type(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                event.preventDefault();
                search.step(event.shiftKey ? -1 : 1);
              }}
            />
            <Button look="quiet" size="icon-sm" aria-label="Previous" onClick={() => search.step(-1)}>
              <ChevronUp aria-hidden size={16} />
            </Button>
            <Button look="quiet" size="icon-sm" aria-label="Next" onClick={() => search.step(1)}>
              <ChevronDown aria-hidden size={16} />
            </Button>
            <Button look="quiet" size="icon-sm" aria-label="Close search" onClick={close}>
              <X aria-hidden size={16} />
            </Button>
          </div>
          <div className="flex min-h-7 flex-wrap items-center gap-1.5">
            <Button
              look="quiet"
              size="sm"
              aria-pressed={isDossierWide}
              onClick={() => search.widen(!isDossierWide)}
            >
              Whole dossier
            </Button>
            {canEdit && (
              <Button size="sm" disabled={!hasWords} onClick={() => setTaggingAll(true)}>
                Tag all…
              </Button>
            )}
            <span className="ms-auto text-xs text-soft tabular-nums">{hasWords && count}</span>
          </div>
          <p id={hint} className="text-xs text-soft">
            {problem ?? queryHint}
          </p>
        </div>
        {isDossierWide && asked && (
          <section
            aria-label="Passages in the dossier"
            className="min-h-0 flex-1 overflow-y-auto border-t border-line p-2.5"
          >
            <p role="status" className="mb-2 text-xs text-soft">
              {passages.problem ?? found(passages)}
            </p>
            <PassageList
              passages={passages}
              onOpen={(passage, event) => {
                if (passage.articleId !== article.id || event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                actions.take(passage);
              }}
            />
          </section>
        )}
      </search>
      {isTaggingAll && (
        <TagAllDialog
          typed={typed.trim()}
          hits={hits}
          startsWide={isDossierWide}
          onClose={() => {
            setTaggingAll(false);
            box.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function found({ isBusy, items, paragraphs, byArticle }: ReturnType<typeof usePassages>): string {
  if (items.length > 0) return `${counted(paragraphs, "paragraph")} in ${counted(byArticle.size, "article")}`;
  return isBusy ? "Searching …" : "Nothing in this dossier.";
}

/** Opened by a person, the box takes the focus; opened because it was open in the article before, it does not. */
function useFocus(
  isOpen: boolean,
  box: React.RefObject<HTMLInputElement | null>,
  comesBack: React.RefObject<boolean>,
): void {
  useEffect(() => {
    if (!isOpen) return;
    if (!comesBack.current) {
      box.current?.focus();
      box.current?.select();
    }
    comesBack.current = false;
  }, [isOpen, box, comesBack]);
}

/** F3 as in other programs, wherever the focus is; Ctrl+F stays the browser's. */
function useFindKeys(
  isOpen: boolean,
  step: (by: 1 | -1) => void,
  box: React.RefObject<HTMLInputElement | null>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "F3") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (
      event.key === "/" &&
      document.activeElement !== box.current &&
      event.target === document.body
    ) {
      box.current?.focus();
    }
  });
  useEffect(() => {
    if (!isOpen) return;
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [isOpen]);
}
