/** The groups in which commands are listed, in this order. */
export const commandGroups = {
  move: "Move",
  tag: "Tag",
  range: "Adjust the range",
  card: "The selected annotation",
  find: "Find and show",
  desk: "Desk",
} as const;
export type CommandGroup = keyof typeof commandGroups;

type Entry = {
  group: CommandGroup;
  /** As {@link keyOf} names them; a person may choose others. */
  keys: readonly string[];
  says: string;
  /** Other words people look for it by. */
  also?: string;
  /** The way out of everything: nobody may lose it. */
  isFixed?: true;
};

/** What a key on the article desk can do: the one list behind the keys, the help, the palette and the settings. */
export const commands = {
  nextSentence: { group: "move", keys: ["s"], says: "Next sentence" },
  previousSentence: { group: "move", keys: ["S"], says: "Previous sentence" },
  nextParagraph: { group: "move", keys: ["p"], says: "Next paragraph" },
  previousParagraph: { group: "move", keys: ["P"], says: "Previous paragraph" },
  nextOpen: { group: "move", keys: ["o"], says: "Next open sentence", also: "coverage" },
  previousOpen: { group: "move", keys: ["O"], says: "Previous open sentence", also: "coverage" },
  nextAnnotation: { group: "move", keys: ["j"], says: "Next annotation" },
  previousAnnotation: { group: "move", keys: ["k"], says: "Previous annotation" },
  tagClaim: { group: "tag", keys: ["1"], says: "Tag as claim" },
  tagFigure: { group: "tag", keys: ["2"], says: "Tag as figure", also: "number" },
  tagStatement: { group: "tag", keys: ["3"], says: "Tag as official statement", also: "quote" },
  clearSentence: {
    group: "tag",
    keys: ["0"],
    says: "Nothing to check in this sentence, or open it again",
    also: "clear",
  },
  extendEnd: { group: "range", keys: ["Shift+ArrowForward"], says: "Range: one word more", also: "extend" },
  shrinkEnd: { group: "range", keys: ["Shift+ArrowBack"], says: "Range: one word less", also: "shrink" },
  extendStart: { group: "range", keys: ["Alt+Shift+ArrowBack"], says: "Range: start one word earlier" },
  shrinkStart: { group: "range", keys: ["Alt+Shift+ArrowForward"], says: "Range: start one word later" },
  edit: { group: "card", keys: ["Enter"], says: "Edit it", also: "change card" },
  focusCard: {
    group: "card",
    keys: ["f"],
    says: "Go to its card, or back to its passage",
    also: "focus read",
  },
  evidence: { group: "card", keys: ["e"], says: "Add evidence", also: "source" },
  comment: { group: "card", keys: ["c"], says: "Comment on it", also: "reply mention" },
  link: {
    group: "card",
    keys: ["l"],
    says: "Link it, or the passage in hand, to another",
    also: "contradiction",
  },
  remove: { group: "card", keys: ["Delete", "x"], says: "Delete it", also: "remove" },
  search: { group: "find", keys: ["/"], says: "Search the article and the dossier" },
  palette: { group: "find", keys: ["Mod+k", ":"], says: "All commands, passages and articles" },
  toggleClaims: { group: "find", keys: ["Shift+1"], says: "Show or hide claims", also: "filter" },
  toggleFigures: { group: "find", keys: ["Shift+2"], says: "Show or hide figures", also: "filter" },
  toggleStatements: { group: "find", keys: ["Shift+3"], says: "Show or hide statements", also: "filter" },
  undo: { group: "desk", keys: ["u", "Mod+z"], says: "Undo" },
  redo: { group: "desk", keys: ["U", "Mod+Z", "Mod+y"], says: "Redo" },
  otherPane: {
    group: "desk",
    keys: ["]", "["],
    says: "To the other pane, or compare with another article",
    also: "side by side switch",
  },
  help: { group: "desk", keys: ["?"], says: "All keys and the legend" },
  clear: { group: "desk", keys: ["Escape"], says: "Let go of the selection", isFixed: true },
} as const satisfies Record<string, Entry>;

export type Command = keyof typeof commands;

export const commandNames = Object.keys(commands) as Command[];

/** The entry of a command, with what not every one has. */
export function commandEntry(command: Command): Entry {
  return commands[command];
}
