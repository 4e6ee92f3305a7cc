import type { Command } from "./commandTable";

/** What is at hand when a command is called. */
export type Situation = {
  canEdit: boolean;
  hasRange: boolean;
  hasSelected: boolean;
  /** Whether the reader is in a sentence. */
  hasSentence: boolean;
  hasShown: boolean;
  openCount: number;
};

const READ_ONLY = "You may read this dossier, not change it.";
const NO_RANGE = "Select a passage, or take a sentence, first.";
const NO_SELECTED = "Select an annotation first.";

const writing = new Set<Command>([
  ...(["tagClaim", "tagFigure", "tagStatement", "clearSentence"] as const),
  ...(["evidence", "link", "remove", "undo", "redo"] as const),
]);

/** Why a command can do nothing now, as a sentence; null when it can. */
export function whyNot(command: Command, now: Situation): string | null {
  if (writing.has(command) && !now.canEdit) return READ_ONLY;
  switch (command) {
    case "tagClaim":
    case "tagFigure":
    case "tagStatement":
      return now.hasRange || now.hasSelected ? null : NO_RANGE;
    case "extendEnd":
    case "shrinkEnd":
    case "extendStart":
    case "shrinkStart":
      if (now.hasSelected && !now.hasRange && !now.canEdit) return READ_ONLY;
      return now.hasRange || now.hasSelected ? null : NO_RANGE;
    case "clearSentence":
      return now.hasSentence ? null : "Take a sentence first.";
    case "edit":
    case "focusCard":
    case "evidence":
    case "comment":
    case "remove":
      return now.hasSelected ? null : NO_SELECTED;
    case "link":
      return now.hasSelected || now.hasRange ? null : "Select a passage or an annotation first.";
    case "nextAnnotation":
    case "previousAnnotation":
      return now.hasShown ? null : "No annotation is shown here.";
    case "nextOpen":
    case "previousOpen":
      return now.openCount > 0 ? null : "No open sentence is left.";
    default:
      return null;
  }
}
