"use client";

import { GitCompareArrows } from "lucide-react";
import NextLink from "next/link";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { can } from "@/lib/auth/policy";
import { formatFilter, type LinkFilter, narrowings } from "@/lib/links/filter";
import { type BoardPage, type BoardRow, MOST_AT_ONCE } from "@/lib/links/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { LinksViews } from "../_pictures/LinksViews";
import { BoardCard } from "./BoardCard";
import { BoardHelp } from "./BoardHelp";
import { BoardList, type CurrentCard } from "./BoardList";
import { BoardStatus } from "./BoardStatus";
import { DecideDialog, type Deciding } from "./DecideDialog";
import { FilterBar } from "./FilterBar";
import { SavedFilters } from "./SavedFilters";
import { useAddressFilter } from "./useAddressFilter";
import { useBoard } from "./useBoard";
import { useBoardKeys } from "./useBoardKeys";

type Props = { initialFilter: LinkFilter; initialPage: BoardPage; speakers: readonly string[] };

/** All links of a dossier: filtered, opened, decided; by mouse or keyboard. The filter is the address. */
export function Board({ initialFilter, initialPage, speakers }: Props) {
  const dossier = useDossier((state) => state.dossier);
  const actor = useActor();
  const canEdit = can(actor, "link.change");
  const [current, setCurrent] = useState<CurrentCard>({ id: null, isWalked: false });
  const [openId, setOpen] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BoardRow>>(new Map());
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isHelping, setHelping] = useState(false);
  const [filter, show] = useAddressFilter(initialFilter, () => setChosen(new Map()));
  const board = useBoard(dossier.id, filter, initialPage);
  const { rows, total } = board;
  const isNarrowed = narrowings(filter) > 0;

  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const walkTo = (id: string | undefined) => id && setCurrent({ id, isWalked: true });
  const bring = (linkId: string) => {
    board.bring(linkId).then(
      (isThere) => {
        if (!isThere) return void toast.error("This link is gone: it was deleted, or one of its passages.");
        walkTo(linkId);
        setOpen(linkId);
      },
      (thrown: Error) => toast.error(thrown.message),
    );
  };
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const wanted = /^#link-([0-9a-f-]{36})(?:\/comment-|$)/.exec(window.location.hash)?.[1];
    if (wanted) bring(wanted);
  });

  const at = rows.findIndex(({ link }) => link.id === current.id);
  const currentRow = rows[at];
  const choose = (row: BoardRow) => {
    const next = new Map(chosen);
    const wasChosen = next.delete(row.link.id);
    if (!wasChosen && next.size >= MOST_AT_ONCE) return void toast(`At most ${MOST_AT_ONCE} links at once.`);
    if (!wasChosen) next.set(row.link.id, row);
    setChosen(next);
  };
  // What was chosen stays so when its card is no longer among those read; a card that is shows what it says now.
  const shownById = new Map(rows.map((row) => [row.link.id, row]));
  const chosenRows = [...chosen].map(([id, row]) => shownById.get(id) ?? row);
  /** The chosen ones, else the one the keyboard is on. */
  const targets = chosenRows.length > 0 ? chosenRows : currentRow ? [currentRow] : [];
  const decide = (status: Deciding["status"]) => {
    if (canEdit && targets.length > 0) setDeciding({ rows: targets, status });
  };
  useBoardKeys({
    j: () => walkTo(rows[Math.min(rows.length - 1, at + 1)]?.link.id),
    k: () => walkTo(rows[Math.max(0, at - 1)]?.link.id),
    x: () => canEdit && currentRow && choose(currentRow),
    enter: () => currentRow && setOpen(openId === currentRow.link.id ? null : currentRow.link.id),
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
        <BoardStatus
          total={total}
          isNarrowed={isNarrowed}
          chosen={chosen.size}
          onDecide={() => decide(null)}
          onChooseNone={() => setChosen(new Map())}
        />
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
          title={isNarrowed ? "No link passes this filter" : "No links yet"}
          action={isNarrowed && <Button onClick={() => show({ sort: "newest" })}>Show all</Button>}
        >
          {!isNarrowed &&
            "In an article, choose an annotation and press “Link” (or the key L), then choose the passage it contradicts, qualifies or repeats."}
        </EmptyState>
      )}
      <BoardList
        {...{ rows, total, current }}
        above={`${formatFilter(filter)} ${chosen.size > 0} ${board.error}`}
        // After a failure only a person asks again: else every answer that does not come is asked for at once.
        onEnd={() => board.error === null && board.loadMore()}
        onFocus={(id) => id !== current.id && setCurrent({ id, isWalked: false })}
        card={(row) => (
          <BoardCard
            row={row}
            isOpen={openId === row.link.id}
            isChosen={chosen.has(row.link.id)}
            canEdit={canEdit}
            onChoose={() => choose(row)}
            onToggle={() => setOpen(openId === row.link.id ? null : row.link.id)}
            onDecide={(status) => setDeciding({ rows: [row], status })}
            onBring={bring}
          />
        )}
      />
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
