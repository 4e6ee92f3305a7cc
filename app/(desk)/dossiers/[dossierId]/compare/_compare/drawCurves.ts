import type { RefObject } from "react";
import {
  arrowPath,
  type Curve,
  curvePath,
  curvesOf,
  discPath,
  headPath,
  type PlacedLink,
  signPath,
} from "@/lib/desk/curves";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import type { Side } from "../../articles/[articleId]/_desk/paneContext";
import { linkInWords, looks } from "./linkLook";

type Given = {
  links: readonly LinkBetween[];
  scrollers: Record<Side, RefObject<HTMLDivElement | null>>;
  gutter: RefObject<HTMLDivElement | null>;
  selectedId: string | null;
  pointedId: string | null;
};

/** Signs on more curves than this would only cover each other. */
const MOST_SIGNS = 24;
const DISC = 7;
/** Pixels between a line's end and its label. */
const GAP = 12;

/** Writes the curves of what shows now into the gutter's paths, and answers them. */
export function drawCurves(
  { links, scrollers, gutter, selectedId, pointedId }: Given,
  placed: readonly PlacedLink[],
): readonly Curve[] {
  const box = gutter.current;
  if (!box) return [];
  const { clientWidth: width, clientHeight: height } = box;
  const curves = curvesOf(placed, {
    leftScroll: scrollers.left.current?.scrollTop ?? 0,
    rightScroll: scrollers.right.current?.scrollTop ?? 0,
    height,
  });
  const shownId = pointedId ?? selectedId;
  const set = (selector: string, d: string) => {
    const path = box.querySelector(selector);
    if (path && path.getAttribute("d") !== d) path.setAttribute("d", d);
  };
  const ends = (curve: Curve) => arrowPath(curve, width) + headPath(curve, width);
  const hasSigns = curves.length <= MOST_SIGNS;
  for (const { name, sign } of looks) {
    const own = curves.filter((curve) => curve.style === name && curve.id !== shownId);
    const signed = hasSigns ? own : [];
    set(`[data-look="${name}"]`, own.map((curve) => curvePath(curve, width)).join(""));
    set(`[data-arrows="${name}"]`, own.map(ends).join(""));
    set(`[data-discs="${name}"]`, signed.map((curve) => discPath(curve, width, DISC)).join(""));
    set(`[data-signs="${name}"]`, signed.map((curve) => signPath(sign, curve, width)).join(""));
  }
  const shown = curves.find((curve) => curve.id === shownId);
  set("[data-shown]", shown ? curvePath(shown, width) : "");
  set("[data-shown-arrows]", shown ? ends(shown) : "");
  label(
    box,
    shown,
    links.find(({ link }) => link.id === shownId),
  );
  return curves;
}

function label(box: HTMLElement, shown: Curve | undefined, one: LinkBetween | undefined): void {
  const element = box.querySelector<HTMLElement>("[data-label]");
  if (!element) return;
  element.hidden = !shown || !one;
  if (!shown || !one) return;
  const words = linkInWords(one.link);
  if (element.textContent !== words) element.textContent = words;
  // Beside the line, not over it: below its lower end, or above the upper one near the foot of the gutter.
  const [highest, lowest] = [Math.min(shown.left, shown.right), Math.max(shown.left, shown.right)];
  element.style.transform =
    lowest < box.clientHeight * 0.8
      ? `translateY(${Math.round(lowest + GAP)}px)`
      : `translateY(calc(${Math.round(highest - GAP)}px - 100%))`;
}
