"use client";

import { useMemo } from "react";
import type { Kind } from "@/lib/annotations/kinds";
import { coverageOf } from "@/lib/articles/coverage";
import type { Command } from "@/lib/desk/keys";
import { besideInOrder, nextOpen, sentenceAt, sentenceBeside } from "@/lib/desk/sentenceCursor";
import { sentencesInside } from "@/lib/desk/sentencesInside";
import { adjustRange, type RangeStep } from "@/lib/desk/wordRange";
import { useDossier } from "@/lib/live/useDossier";
import { kindWords } from "@/lib/ui/KindBadge";
import { announce } from "./Announcer";
import type { Desk } from "./deskContext";
import { keepLinkDraft } from "./linkDraftStore";

/** The coverage of the article on the desk, live. */
export function useCoverage(desk: Desk) {
  const { revision, annotations } = desk;
  const cleared = useDossier((state) =>
    Object.values(state.cleared).filter((one) => one.revisionId === revision.id),
  );
  return useMemo(
    () => coverageOf(revision.sentences, annotations, cleared),
    [revision, annotations, cleared],
  );
}

/** What each key does now. */
export function useDeskCommands(
  desk: Desk,
  coverage: ReturnType<typeof useCoverage>,
): Readonly<Record<Command, () => void>> {
  const { article, revision, canEdit, shown, state, dispatch, actions } = desk;
  const selected = desk.annotations.find((one) => one.id === state.selectedId);

  const sentence = (step: 1 | -1) => () => {
    const next = sentenceBeside(revision.sentences, state.place, step);
    if (next) actions.take(next);
    else announce(step === 1 ? "Last sentence" : "First sentence");
  };
  const adjust = (step: RangeStep) => () => {
    const range = state.range ?? selected;
    if (!range) return announce("Take a sentence first: press s");
    const next = adjustRange(revision.text, range, step, article.language);
    if (next.start === range.start && next.end === range.end) return;
    const exact = revision.text.slice(next.start, next.end);
    if (!selected) actions.take(next);
    else if (canEdit) {
      void actions.change(selected.id, { ...next, exact });
      announce(exact);
    }
  };
  const tag = (kind: Kind) => () => {
    if (state.range) actions.tag(kind, state.range);
    else if (selected && canEdit && selected.kind !== kind) {
      void actions.change(selected.id, { kind });
      announce(`Now ${kindWords[kind].one.toLowerCase()}`);
    } else if (!selected) announce("Select a passage, or take a sentence with s");
  };
  const annotation = (step: 1 | -1) => () => {
    const next = besideInOrder(shown, { id: state.selectedId, offset: state.place }, step);
    if (!next) return announce(step === 1 ? "Last annotation" : "First annotation");
    actions.goTo(next);
    announce(`${kindWords[next.kind].one}: ${next.exact}`);
  };

  return {
    nextSentence: sentence(1),
    previousSentence: sentence(-1),
    extendEnd: adjust("extendEnd"),
    shrinkEnd: adjust("shrinkEnd"),
    extendStart: adjust("extendStart"),
    shrinkStart: adjust("shrinkStart"),
    tagClaim: tag("claim"),
    tagFigure: tag("figure"),
    tagStatement: tag("official_statement"),
    clearSentence() {
      const inside = state.range ? sentencesInside(revision.sentences, state.range) : [];
      if (inside.length > 1) return actions.toggleAllCleared(inside);
      const here = revision.sentences[sentenceAt(revision.sentences, state.place ?? -1)];
      if (here) actions.toggleCleared(here);
      else announce("Take a sentence first: press s");
    },
    nextOpen() {
      const next = nextOpen(coverage.sentences, state.place);
      if (next) actions.take({ start: next.start, end: next.end });
      else announce("No open sentence left");
    },
    nextAnnotation: annotation(1),
    previousAnnotation: annotation(-1),
    edit() {
      if (selected) document.querySelector<HTMLElement>("[data-card-first-field]")?.focus();
    },
    link() {
      if (selected && canEdit) dispatch({ type: "linking", linking: { from: selected.id, to: null } });
      else announce("Select an annotation first");
    },
    remove() {
      if (selected && canEdit) actions.remove(selected);
    },
    undo: actions.undo,
    redo: actions.redo,
    help: () => dispatch({ type: "help", isOpen: true }),
    clear() {
      document.getSelection()?.removeAllRanges();
      if (!state.range && !state.selectedId) keepLinkDraft(null);
      dispatch({ type: "selected", id: null });
    },
  };
}
