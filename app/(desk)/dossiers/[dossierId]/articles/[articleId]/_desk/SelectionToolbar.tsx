"use client";

import { CircleOff, Link2 } from "lucide-react";
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from "react";
import { type Kind, kinds } from "@/lib/annotations/kinds";
import type { Command } from "@/lib/desk/commandTable";
import { restOfParagraph, sentencesInside } from "@/lib/desk/sentencesInside";
import { sentenceKey } from "@/lib/journal/apply";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { KindBadge, kindWords } from "@/lib/ui/KindBadge";
import { CommandKey } from "../../../../../CommandKey";
import { useDesk } from "./deskContext";
import { usePane } from "./paneContext";

const tagging = {
  claim: "tagClaim",
  figure: "tagFigure",
  official_statement: "tagStatement",
} as const satisfies Record<Kind, Command>;

/**
 * What can be said of the range in hand: beside its lines where there is a mouse, never over text that may be clicked
 * next; at the foot of the screen where there is little room or a finger.
 */
export function SelectionToolbar({
  column,
  layout,
}: {
  column: RefObject<HTMLElement | null>;
  layout: number;
}) {
  const { revision, canEdit, state, actions, surface } = useDesk();
  const pane = usePane();
  const { range } = state;
  const sentence = revision.sentences.find((one) => one.start === range?.start && one.end === range.end);
  const inside = range && !sentence ? sentencesInside(revision.sentences, range) : [];
  const rest = sentence
    ? sentencesInside(revision.sentences, restOfParagraph(revision.text, revision.sentences, sentence.start))
    : [];
  const isCleared = useDossier(
    (shown) => !!range && sentenceKey({ revisionId: revision.id, start: range.start }) in shown.cleared,
  );
  const offered = useDossier((shown) => (state.offer === null ? null : shown.annotations[state.offer]));
  const [lines, setLines] = useState<{ top: number; height: number } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useLayoutEffect(() => {
    const box = range && surface.current?.rectOf(range);
    const article = column.current?.querySelector(".stet-article");
    if (!box || !article || !column.current) return setLines(null);
    const shift = article.getBoundingClientRect().top - column.current.getBoundingClientRect().top;
    setLines({ top: shift + box.top, height: box.height });
  }, [range, layout, surface, column]);

  if (!range || !canEdit) return null;
  return (
    <div
      style={
        lines ? ({ "--top": `${lines.top}px`, "--height": `${lines.height}px` } as CSSProperties) : undefined
      }
      className={classes(
        "pointer-events-none z-30 max-lg:contents pointer-coarse:contents lg:pointer-fine:absolute",
        pane
          ? "lg:pointer-fine:inset-x-0 lg:pointer-fine:top-[calc(var(--top)+var(--height)+0.375rem)]"
          : "lg:pointer-fine:start-full lg:pointer-fine:top-(--top) lg:pointer-fine:ms-5 lg:pointer-fine:min-h-(--height)",
      )}
    >
      <div
        role="toolbar"
        aria-label="Tag this passage"
        dir="ltr"
        // Pressing a button must not take the selection away.
        onPointerDown={(event) => event.preventDefault()}
        className={classes(
          "pointer-events-auto z-30 flex flex-wrap items-center justify-center gap-1 rounded-lg border border-line-strong bg-surface p-1 font-sans shadow-lg max-lg:fixed max-lg:inset-x-3 max-lg:bottom-3 pointer-coarse:fixed pointer-coarse:inset-x-3 pointer-coarse:bottom-3 lg:pointer-fine:sticky lg:pointer-fine:top-20 lg:pointer-fine:w-max",
          !pane &&
            "lg:pointer-fine:flex-col lg:pointer-fine:items-stretch lg:pointer-fine:gap-0.5 lg:pointer-fine:*:justify-start lg:pointer-fine:[&_kbd]:ms-auto",
        )}
      >
        {kinds.map((kind) => (
          <Button key={kind} look="quiet" size="sm" onClick={() => actions.tag(kind, range)}>
            <KindBadge kind={kind} />
            <CommandKey command={tagging[kind]} />
          </Button>
        ))}
        <Button look="quiet" size="sm" onClick={() => actions.linkFrom(actions.endFor(range))}>
          <Link2 aria-hidden size={14} />
          Link
          <CommandKey command="link" />
        </Button>
        {inside.length > 1 && (
          <Button look="quiet" size="sm" onClick={() => actions.toggleAllCleared(inside)}>
            <CircleOff aria-hidden size={14} />
            {inside.length} sentences: nothing to check
            <CommandKey command="clearSentence" />
          </Button>
        )}
        {sentence && rest.length > 1 && (
          <Button look="quiet" size="sm" onClick={() => actions.toggleAllCleared(rest)}>
            <CircleOff aria-hidden size={14} />
            To the paragraph’s end ({rest.length})
          </Button>
        )}
        {sentence && (
          <Button look="quiet" size="sm" onClick={() => actions.toggleCleared(sentence)}>
            <CircleOff aria-hidden size={14} />
            {isCleared ? "Open again" : "Nothing to check"}
            <CommandKey command="clearSentence" />
          </Button>
        )}
        {offered && (
          <div className="flex w-full items-center justify-between gap-3 border-t border-line px-2 pt-1 text-sm">
            <span>Already tagged as {kindWords[offered.kind].one.toLowerCase()}</span>
            <Button look="primary" size="sm" onClick={() => actions.goTo(offered)}>
              Open it
              <CommandKey command={tagging[offered.kind]} />
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
