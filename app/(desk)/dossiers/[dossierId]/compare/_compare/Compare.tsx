"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { linksBetween } from "@/lib/desk/linksBetween";
import { useDossier } from "@/lib/live/useDossier";
import { Announcer, announce } from "../../articles/[articleId]/_desk/Announcer";
import { LinkBanner } from "../../articles/[articleId]/_desk/LinkBanner";
import { useLinkDraft } from "../../articles/[articleId]/_desk/linkDraftStore";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { isNarrow } from "../../articles/[articleId]/_desk/useIsNarrow";
import { CompareHeader } from "./CompareHeader";
import { ComparePane } from "./ComparePane";
import type { ComparedArticle } from "./comparedArticle";
import { LinkCurves } from "./LinkCurves";
import { PaneTabs } from "./PaneTabs";
import { useCompareAddress } from "./useCompareAddress";

type Sides<T> = Record<Side, T>;
type Props = { left: ComparedArticle | null; right: ComparedArticle | null; side: Side };
const other = (side: Side): Side => (side === "left" ? "right" : "left");

/** Two desks side by side, with the links between them drawn across the gutter. */
export function Compare({ left, right, side: firstSide }: Props) {
  const sides: Sides<ComparedArticle | null> = { left, right };
  const dossier = useDossier((state) => state.dossier);
  const articles = useDossier((state) => state.articles);
  const allLinks = useDossier((state) => state.links, Object.is);
  const annotations = useDossier((state) => state.annotations, Object.is);
  const draft = useLinkDraft(dossier.id);
  const address = useCompareAddress(dossier.id);
  const [active, setActive] = useState<Side>(firstSide);
  const [held, setHeld] = useState<{ side: Side; id: string } | null>(null);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const desks = useRef<Sides<PaneDesk | null>>({ left: null, right: null });
  const [leftScroller, rightScroller] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const scrollers = useMemo(
    () => ({ left: leftScroller, right: rightScroller }),
    [leftScroller, rightScroller],
  );
  const [layout, setLayout] = useState(0);
  const onLayout = useCallback(() => setLayout((count) => count + 1), []);

  // Only with one text on both sides does it matter which end of a link was chosen.
  const turnedBy = left?.revisionId === right?.revisionId ? held : null;
  const between = useCallback(
    (chosen: typeof held) =>
      left && right
        ? linksBetween(allLinks, annotations, { left: left.revisionId, right: right.revisionId }, chosen)
        : [],
    [allLinks, annotations, left, right],
  );
  const links = useMemo(() => between(turnedBy), [between, turnedBy]);

  const activate = (side: Side) => {
    setActive(side);
    address.keep({ side: side === "left" ? undefined : side });
  };
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
    address.keep({ [`${side}At`]: id ?? undefined });
    if (side !== active || draft) return;
    const chosen = id ? { side, id } : null;
    setHeld(chosen);
    const beside = other(side);
    const here = chosen ? between(chosen).filter((one) => one[side].id === id) : [];
    // Of several links, the one that is shown already.
    const one = here.find(({ link }) => link.id === selectedId) ?? here[0];
    setSelectedId(one ? one.link.id : null);
    if (one && desks.current[beside]?.selectedId !== one[beside].id) desks.current[beside]?.goTo(one[beside]);
  };
  /** From a card to the other end of one of its links: that one is shown, and where one side fills the screen, it. */
  const showBeside = (side: Side, annotation: Parameters<PaneDesk["goTo"]>[0]) => {
    const beside = other(side);
    const desk = desks.current[beside];
    if (desk?.revisionId !== annotation.revisionId) return false;
    const own = desks.current[side]?.selectedId;
    const one = between(own ? { side, id: own } : null).find(
      (link) => link[side].id === own && link[beside].id === annotation.id,
    );
    if (one) setSelectedId(one.link.id);
    desk.goTo(annotation);
    if (isNarrow()) activate(beside);
    return true;
  };
  const switchPane = () => {
    const next = other(active);
    activate(next);
    desks.current[next]?.focus();
    const title = articles[sides[next]?.articleId ?? ""]?.title;
    announce(`${next === "left" ? "Left" : "Right"} pane${title ? `: ${title}` : ""}`);
  };
  const pane = (side: Side) => (
    <ComparePane
      side={side}
      article={sides[side]}
      besideId={sides[other(side)]?.articleId ?? null}
      isActive={active === side}
      scroller={scrollers[side]}
      onActive={() => side !== active && activate(side)}
      onShow={(shown) => address.show(side, shown)}
      onReport={(desk) => {
        desks.current[side] = desk;
      }}
      onLayout={onLayout}
      onSelected={(id) => follow(side, id)}
      showBeside={(annotation) => showBeside(side, annotation)}
      switchPane={switchPane}
    />
  );
  const titleOf = (side: Side) => articles[sides[side]?.articleId ?? ""]?.title ?? "Choose an article";
  return (
    <div className="flex h-[calc(100dvh-3.25rem)] flex-col overflow-hidden">
      <CompareHeader {...{ links, selectedId, open, point: setPointedId, swap: address.swap }} />
      <LinkBanner draft={draft} articleId={null} />
      <PaneTabs active={active} titleOf={titleOf} onChoose={activate} />
      <div
        dir="ltr"
        className="grid min-h-0 flex-1 grid-cols-1 grid-rows-1 lg:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)]"
      >
        {pane("left")}
        <LinkCurves
          {...{ links, desks, scrollers, layout, selectedId, pointedId }}
          onPoint={setPointedId}
          onOpen={open}
        />
        {pane("right")}
      </div>
      <Announcer />
    </div>
  );
}
