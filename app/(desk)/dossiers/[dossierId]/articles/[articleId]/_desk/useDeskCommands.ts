"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { Kind } from "@/lib/annotations/kinds";
import type { Coverage } from "@/lib/articles/coverage";
import type { Command } from "@/lib/desk/commandTable";
import { sentenceAt } from "@/lib/desk/sentenceCursor";
import { type Situation, whyNot } from "@/lib/desk/whyNot";
import { dropSelection } from "@/lib/editor/selection";
import { kindWords } from "@/lib/ui/KindBadge";
import { comparePath } from "../../../compare/comparePath";
import { announce } from "./Announcer";
import { cardCommands } from "./cardCommands";
import type { Desk } from "./deskContext";
import { keepLinkDraft } from "./linkDraftStore";
import { movingCommands } from "./movingCommands";
import { usePane } from "./paneContext";

export type DeskCommands = {
  /** Does it, or says why it cannot be done now. */
  run(command: Command): void;
  /** A sentence; null when it can be done. */
  whyNot(command: Command): string | null;
};

/** What each command does now. */
export function useDeskCommands(desk: Desk, coverage: Coverage): DeskCommands {
  const { revision, canEdit, shown, filter, setFilter, state, dispatch, actions } = desk;
  const pane = usePane();
  const router = useRouter();
  const selected = desk.annotations.find((one) => one.id === state.selectedId);

  const toggle = (kind: Kind) => () => {
    const isHidden = filter.hiddenKinds.includes(kind);
    const others = filter.hiddenKinds.filter((one) => one !== kind);
    setFilter({ ...filter, hiddenKinds: isHidden ? others : [...others, kind] });
    announce(`${kindWords[kind].many} ${isHidden ? "shown" : "hidden"}`);
  };
  const run: Readonly<Record<Command, () => void>> = {
    ...movingCommands(desk, coverage),
    ...cardCommands(desk, selected),
    search: () => dispatch({ type: "searching", isOpen: true }),
    palette: () => dispatch({ type: "palette", isOpen: true }),
    toggleClaims: toggle("claim"),
    toggleFigures: toggle("figure"),
    toggleStatements: toggle("official_statement"),
    undo: actions.undo,
    redo: actions.redo,
    otherPane() {
      if (pane) pane.switchPane();
      else router.push(comparePath(desk.article.dossierId, { left: desk.article.id, leftAt: selected?.id }));
    },
    help: () => dispatch({ type: "help", isOpen: true }),
    clear() {
      dropSelection(document);
      if (!state.range && !state.selectedId) keepLinkDraft(null);
      dispatch({ type: "selected", id: null });
    },
  };
  const situation: Situation = {
    canEdit,
    hasRange: state.range !== null,
    hasSelected: selected !== undefined,
    hasSentence: sentenceAt(revision.sentences, state.place ?? -1) >= 0,
    hasShown: shown.length > 0,
    openCount: coverage.counts.open,
  };
  return {
    run(command) {
      const reason = whyNot(command, situation);
      // Seen as well as heard: a key that does nothing looks broken.
      if (reason) toast(reason, { id: "why-not" });
      else run[command]();
    },
    whyNot: (command) => whyNot(command, situation),
  };
}
