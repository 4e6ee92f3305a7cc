"use client";

import { useSyncExternalStore } from "react";
import { rangeDraggedTo } from "@/lib/desk/snap";
import { adjustByCharacter, adjustRange, type RangeStep, type TextRange } from "@/lib/desk/wordRange";
import { type GripStep, RangeGrips } from "@/lib/editor/RangeGrips";
import { dropSelection } from "@/lib/editor/selection";
import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import { announce } from "./Announcer";
import { useDesk } from "./deskContext";

/** Grips at the ends of what is in hand: the range about to be tagged, or the passage of the selected annotation. */
export function HandRange({ layout }: { layout: number }) {
  const { article, revision, annotations, canEdit, state, dispatch, actions, surface } = useDesk();
  const { snap } = usePreferences().preferences;
  const hasOwnHandles = useSyncExternalStore(watchSelection, isSelectedByTouch, () => false);
  const selected = annotations.find((one) => one.id === state.selectedId);
  const range = state.range ?? selected;
  if (!range || !canEdit || hasOwnHandles) return null;
  const { text } = revision;

  const adjust = (next: TextRange) => {
    if (next.start === range.start && next.end === range.end) return;
    const exact = text.slice(next.start, next.end);
    if (selected) void actions.change(selected.id, { ...next, exact });
    else dispatch({ type: "ranged", range: next });
    announce(exact);
  };
  const step = ({ edge, to, by }: GripStep) => {
    const name = stepNames[edge][to];
    adjust(
      by === "word" ? adjustRange(text, range, name, article.language) : adjustByCharacter(text, range, name),
    );
  };
  return (
    <RangeGrips
      key={selected?.id ?? "hand"}
      surface={surface}
      range={range}
      text={text}
      direction={article.direction}
      name={selected ? "the annotation" : "the passage"}
      layout={layout}
      rangeFor={({ isExact, ...ends }) =>
        rangeDraggedTo(text, ends, isExact ? "none" : snap, article.language)
      }
      onSeize={() => dropSelection(document)}
      onStep={step}
      onChange={adjust}
    />
  );
}

const stepNames: Record<GripStep["edge"], Record<GripStep["to"], RangeStep>> = {
  start: { back: "extendStart", forward: "shrinkStart" },
  end: { back: "shrinkEnd", forward: "extendEnd" },
};

function watchSelection(listener: () => void): () => void {
  document.addEventListener("selectionchange", listener);
  return () => document.removeEventListener("selectionchange", listener);
}

/** A selection by touch has the browser's own handles; two pairs would be one too many. */
function isSelectedByTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches && document.getSelection()?.isCollapsed === false;
}
