"use client";

import { ArrowLeft, ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { linksBetween } from "@/lib/desk/linksBetween";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Announcer, announce } from "../../articles/[articleId]/_desk/Announcer";
import { LinkBanner } from "../../articles/[articleId]/_desk/LinkBanner";
import { useLinkDraft } from "../../articles/[articleId]/_desk/linkDraftStore";
import type { PackedRevision } from "../../articles/[articleId]/_desk/packedRevision";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { comparePath } from "../comparePath";
import { ComparePane } from "./ComparePane";
import { LinkCurves } from "./LinkCurves";
import { LinksShown } from "./LinksShown";

export type ComparedArticle = {
  articleId: string;
  revisionId: string;
  revision: PackedRevision;
  /** The annotation to open first. */
  at: string | null;
};
type Sides<T> = Record<Side, T>;
const other = (side: Side): Side => (side === "left" ? "right" : "left");

/** Two desks side by side, with the links between them drawn across the gutter. */
export function Compare({ left, right }: { left: ComparedArticle | null; right: ComparedArticle | null }) {
  const router = useRouter();
  const dossier = useDossier((state) => state.dossier);
  const articles = useDossier((state) => state.articles);
  const allLinks = useDossier((state) => state.links, Object.is);
  const annotations = useDossier((state) => state.annotations, Object.is);
  const draft = useLinkDraft(dossier.id);
  const links = useMemo(
    () =>
      left && right
        ? linksBetween(allLinks, annotations, { left: left.revisionId, right: right.revisionId })
        : [],
    [allLinks, annotations, left, right],
  );
  const [active, setActive] = useState<Side>("left");
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const desks = useRef<Sides<PaneDesk | null>>({ left: null, right: null });
  const scrollers = { left: useRef<HTMLDivElement>(null), right: useRef<HTMLDivElement>(null) };
  const [layout, setLayout] = useState(0);
  const onLayout = useCallback(() => setLayout((count) => count + 1), []);

  /** Both ends selected and in view. */
  const open = (id: string) => {
    const one = links.find(({ link }) => link.id === id);
    if (!one) return;
    setSelectedId(id);
    desks.current.left?.goTo(one.left);
    desks.current.right?.goTo(one.right);
  };
  /** Choosing one end brings the other into view; the side that follows leads nowhere itself. */
  const follow = (side: Side, id: string | null) => {
    if (side !== active || draft) return;
    const beside = other(side);
    const chosen = links.find(({ link }) => link.id === selectedId);
    const one = id && (chosen?.[side].id === id ? chosen : links.find((link) => link[side].id === id));
    setSelectedId(one ? one.link.id : null);
    if (one && desks.current[beside]?.selectedId !== one[beside].id) desks.current[beside]?.goTo(one[beside]);
  };
  const switchPane = () => {
    const next = other(active);
    setActive(next);
    desks.current[next]?.focus();
    const title = articles[(next === "left" ? left : right)?.articleId ?? ""]?.title;
    announce(`${next === "left" ? "Left" : "Right"} pane${title ? `: ${title}` : ""}`);
  };
  const show = (side: Side, articleId: string) => {
    const query = { left: left?.articleId, right: right?.articleId, [side]: articleId };
    router.push(comparePath(dossier.id, query));
  };
  const pane = (side: Side, article: ComparedArticle | null) => (
    <ComparePane
      side={side}
      article={article}
      besideId={(side === "left" ? right : left)?.articleId ?? null}
      isActive={active === side}
      scroller={scrollers[side]}
      onActive={() => setActive(side)}
      onArticle={(articleId) => show(side, articleId)}
      onReport={(desk) => {
        desks.current[side] = desk;
      }}
      onLayout={onLayout}
      onSelected={(id) => follow(side, id)}
      showBeside={(annotation) => {
        const desk = desks.current[other(side)];
        if (desk?.articleId !== annotation.articleId) return false;
        desk.goTo(annotation);
        return true;
      }}
      switchPane={switchPane}
    />
  );
  return (
    <div className="flex h-[calc(100dvh-3.25rem)] flex-col overflow-hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 text-sm sm:px-6">
        <Link
          href={`/dossiers/${dossier.id}`}
          className="inline-flex min-w-0 items-center gap-1 rounded font-medium text-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{dossier.title}</span>
        </Link>
        <h1 className="font-semibold">Compare</h1>
        <span className="ms-auto flex items-center gap-2">
          <LinksShown links={links} selectedId={selectedId} onPoint={setPointedId} onOpen={open} />
          <Button
            size="sm"
            onClick={() =>
              router.push(
                comparePath(dossier.id, {
                  ...{ left: right?.articleId, right: left?.articleId },
                  leftAt: desks.current.right?.selectedId ?? undefined,
                  rightAt: desks.current.left?.selectedId ?? undefined,
                }),
              )
            }
          >
            <ArrowLeftRight aria-hidden size={14} /> Swap
          </Button>
        </span>
      </div>
      <LinkBanner draft={draft} articleId={null} />
      {/* With little width one pane shows at a time. */}
      <nav aria-label="Panes" className="flex border-b border-line lg:hidden">
        {(["left", "right"] as const).map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={active === side}
            className={classes(
              "min-h-10 min-w-0 flex-1 cursor-pointer truncate border-b-2 px-3 text-sm",
              active === side ? "border-accent font-semibold" : "border-transparent text-soft",
            )}
            onClick={() => setActive(side)}
          >
            {articles[(side === "left" ? left : right)?.articleId ?? ""]?.title ?? "Choose an article"}
          </button>
        ))}
      </nav>
      <div
        dir="ltr"
        className="grid min-h-0 flex-1 grid-cols-1 grid-rows-1 lg:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)]"
      >
        {pane("left", left)}
        <LinkCurves
          {...{ links, desks, scrollers, layout, selectedId, pointedId }}
          onPoint={setPointedId}
          onOpen={open}
        />
        {pane("right", right)}
      </div>
      <Announcer />
    </div>
  );
}
