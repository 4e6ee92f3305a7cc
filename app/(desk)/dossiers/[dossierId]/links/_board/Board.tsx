"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { GitCompareArrows } from "lucide-react";
import NextLink from "next/link";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { can } from "@/lib/auth/policy";
import { formatFilter, type LinkFilter, narrowings, parseFilter } from "@/lib/links/filter";
import { type BoardPage, type BoardRow, MOST_AT_ONCE } from "@/lib/links/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { counted } from "../../../../words";
import { LinksViews } from "../_pictures/LinksViews";
import { BoardCard } from "./BoardCard";
import { BoardHelp } from "./BoardHelp";
import { DecideDialog, type Deciding } from "./DecideDialog";
import { FilterBar } from "./FilterBar";
import { SavedFilters } from "./SavedFilters";
import { useBoard } from "./useBoard";
import { useBoardKeys } from "./useBoardKeys";

type Props = { initialFilter: LinkFilter; initialPage: BoardPage; speakers: readonly string[] };

/** All links of a dossier: filtered, opened, decided; by mouse or keyboard. The filter is the address. */
export function Board({ initialFilter, initialPage, speakers }: Props) {
  const dossier = useDossier((state) => state.dossier);
  const actor = useActor();
  const canEdit = can(actor, "link.change");
  const [filter, setFilter] = useState(initialFilter);
  const board = useBoard(dossier.id, filter, initialPage);
  const { rows, total } = board;
  const [currentId, setCurrent] = useState<string | null>(null);
  const [openId, setOpen] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BoardRow>>(new Map());
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isHelping, setHelping] = useState(false);

  const show = (next: LinkFilter) => {
    setFilter(next);
    setChosen(new Map());
    const query = formatFilter(next);
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  };
  useEffect(() => {
    const back = () => {
      setFilter(parseFilter(window.location.search));
      setChosen(new Map());
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above the list grows with the filter
  useLayoutEffect(() => {
    setOffset((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [filter, chosen.size, board.error]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 320,
    overscan: 4,
    gap: 16,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.link.id ?? index,
    initialRect: { width: 1_200, height: 900 },
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    // After a failure only a person asks again: else every answer that does not come is asked for at once.
    if (board.error === null && lastShown >= rows.length - 8) board.loadMore();
  });

  const bring = (linkId: string) => {
    void board.bring(linkId).then(() => {
      setCurrent(linkId);
      setOpen(linkId);
    });
  };
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const wanted = /^#link-([0-9a-f-]{36})(?:\/comment-|$)/.exec(window.location.hash)?.[1];
    if (wanted) bring(wanted);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card is brought into view when it becomes the current one
  useEffect(() => {
    const index = rows.findIndex(({ link }) => link.id === currentId);
    if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
  }, [currentId]);

  const at = rows.findIndex(({ link }) => link.id === currentId);
  const current = rows[at];
  const choose = (row: BoardRow) => {
    const next = new Map(chosen);
    if (!next.delete(row.link.id) && next.size < MOST_AT_ONCE) next.set(row.link.id, row);
    setChosen(next);
  };
  // What was chosen stays so when its card is no longer among those read; a card that is shows what it says now.
  const shownById = new Map(rows.map((row) => [row.link.id, row]));
  const chosenRows = [...chosen].map(([id, row]) => shownById.get(id) ?? row);
  /** The chosen ones, else the one the keyboard is on. */
  const targets = chosenRows.length > 0 ? chosenRows : current ? [current] : [];
  const decide = (status: Deciding["status"]) => {
    if (canEdit && targets.length > 0) setDeciding({ rows: targets, status });
  };
  useBoardKeys({
    j: () => setCurrent(rows[Math.min(rows.length - 1, at + 1)]?.link.id ?? null),
    k: () => setCurrent(rows[Math.max(0, at - 1)]?.link.id ?? null),
    x: () => canEdit && current && choose(current),
    enter: () => current && setOpen(openId === current.link.id ? null : current.link.id),
    c: () => decide("confirmed"),
    e: () => decide("explained"),
    d: () => decide("dismissed"),
    o: () => decide("open"),
    b: () => decide(null),
    a: () => canEdit && setChosen(new Map(rows.slice(0, MOST_AT_ONCE).map((row) => [row.link.id, row]))),
    escape: () => setChosen(new Map()),
    "/": () => document.querySelector<HTMLInputElement>("[data-board-words]")?.focus(),
    "?": () => setHelping(true),
  });

  return (
    <div
      // From here on keys are heard.
      data-board-ready={isReady || undefined}
      className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6"
    >
      <PageHeader
        trail={
          <NextLink href={`/dossiers/${dossier.id}?tab=links`} className="stet-link">
            {dossier.title}
          </NextLink>
        }
        title="Contradictions and links"
        actions={
          <Button size="sm" look="quiet" onClick={() => setHelping(true)}>
            Keys
          </Button>
        }
      />
      <LinksViews dossierId={dossier.id} current="Board" query={formatFilter(filter)} />
      <div className="mb-4 flex flex-col gap-3">
        <FilterBar filter={filter} speakers={speakers} onFilter={show} />
        <SavedFilters filter={filter} canEdit={canEdit} onFilter={show} />
        <div className="sticky top-0 z-10 flex min-h-11 flex-wrap items-center gap-2 bg-paper py-1.5">
          <p role="status" className="text-sm text-soft">
            {counted(total, "link")}
            {narrowings(filter) > 0 && " in this filter"}
            {chosen.size > 0 && ` · ${chosen.size} chosen`}
          </p>
          {chosen.size > 0 && (
            <span className="flex gap-1.5">
              <Button size="sm" look="primary" onClick={() => decide(null)}>
                Decide or assign
              </Button>
              <Button size="sm" look="quiet" onClick={() => setChosen(new Map())}>
                Choose none
              </Button>
            </span>
          )}
        </div>
        {board.error && (
          <Notice
            tone="danger"
            role="alert"
            actions={
              <Button size="sm" onClick={board.retry}>
                Try again
              </Button>
            }
          >
            {board.error}
          </Notice>
        )}
      </div>
      {rows.length === 0 && !board.isLoading && (
        <EmptyState
          icon={GitCompareArrows}
          title={narrowings(filter) > 0 ? "No link passes this filter" : "No links yet"}
          action={
            narrowings(filter) > 0 && <Button onClick={() => show({ sort: "newest" })}>Show all</Button>
          }
        >
          {narrowings(filter) === 0 &&
            "In an article, choose an annotation and press “Link” (or the key L), then choose the passage it contradicts, qualifies or repeats."}
        </EmptyState>
      )}
      <ul ref={list} aria-label="Links" className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { id } = row.link;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              id={`link-${id}`}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              aria-current={id === currentId || undefined}
              className={classes(
                "absolute inset-x-0 top-0 rounded-lg",
                id === currentId && "outline-2 outline-offset-2 outline-accent",
              )}
              style={{ transform: `translateY(${item.start - offset}px)` }}
              onFocus={() => setCurrent(id)}
            >
              <BoardCard
                row={row}
                isOpen={openId === id}
                isChosen={chosen.has(id)}
                canEdit={canEdit}
                onChoose={() => choose(row)}
                onToggle={() => setOpen(openId === id ? null : id)}
                onDecide={(status) => setDeciding({ rows: [row], status })}
                onBring={bring}
              />
            </li>
          );
        })}
      </ul>
      {deciding && (
        <DecideDialog
          deciding={deciding}
          onDone={(saved) => {
            setDeciding(null);
            setChosen(new Map([...chosen].filter(([id]) => !saved.includes(id))));
          }}
        />
      )}
      {isHelping && <BoardHelp onClose={() => setHelping(false)} />}
    </div>
  );
}
