import type { RefObject } from "react";
import type { PlacedLink } from "@/lib/desk/curves";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import { symmetricRelations } from "@/lib/links/relations";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { lookOf } from "./linkLook";

type Given = {
  links: readonly LinkBetween[];
  desks: RefObject<Record<Side, PaneDesk | null>>;
  scrollers: Record<Side, RefObject<HTMLDivElement | null>>;
  gutter: RefObject<HTMLDivElement | null>;
};

/**
 * Where the ends of links are: CSS pixels from the gutter's top when both sides are scrolled to theirs. Near the
 * screen to the line, far from it to the block: nothing there is laid out for a curve that nobody sees.
 */
export function measureLinks({ links, desks, scrollers, gutter }: Given): PlacedLink[] {
  const top = gutter.current?.getBoundingClientRect().top;
  const middles = (side: Side) => {
    const scroller = scrollers[side].current;
    const surface = desks.current[side]?.surface.current;
    const article = scroller?.querySelector(".stet-article")?.getBoundingClientRect().top;
    if (!scroller || !surface || article === undefined || top === undefined) return null;
    const shift = article + scroller.scrollTop - top;
    const known = new Map<string, number | null>();
    return (one: LinkBetween) => {
      const { id } = one[side];
      const before = known.get(id);
      if (before !== undefined) return before;
      const middle = surface.middleOf(one[side]);
      const placed = middle === null ? null : shift + middle;
      known.set(id, placed);
      return placed;
    };
  };
  const [leftOf, rightOf] = [middles("left"), middles("right")];
  if (!leftOf || !rightOf) return [];
  return links.flatMap((one) => {
    const [left, right] = [leftOf(one), rightOf(one)];
    if (left === null || right === null) return [];
    const { link } = one;
    const isSymmetric = symmetricRelations.includes(link.relation);
    const towards = isSymmetric ? null : link.to === one.left.id ? ("left" as const) : ("right" as const);
    return [{ id: link.id, style: lookOf(link).name, towards, left, right }];
  });
}
