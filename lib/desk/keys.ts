/** What a key on the article desk does. */
export const commands = {
  nextSentence: { keys: ["s"], says: "Next sentence" },
  previousSentence: { keys: ["S"], says: "Previous sentence" },
  extendEnd: { keys: ["Shift+ArrowForward"], says: "Range: one word more" },
  shrinkEnd: { keys: ["Shift+ArrowBack"], says: "Range: one word less" },
  extendStart: { keys: ["Alt+Shift+ArrowBack"], says: "Range: start one word earlier" },
  shrinkStart: { keys: ["Alt+Shift+ArrowForward"], says: "Range: start one word later" },
  tagClaim: { keys: ["1"], says: "Tag as claim" },
  tagFigure: { keys: ["2"], says: "Tag as figure" },
  tagStatement: { keys: ["3"], says: "Tag as official statement" },
  clearSentence: { keys: ["0"], says: "Nothing to check in this sentence, or open it again" },
  nextOpen: { keys: ["o"], says: "Next open sentence" },
  nextAnnotation: { keys: ["j"], says: "Next annotation" },
  previousAnnotation: { keys: ["k"], says: "Previous annotation" },
  edit: { keys: ["Enter"], says: "Edit the selected annotation" },
  link: { keys: ["l"], says: "Link the selected annotation" },
  remove: { keys: ["Delete", "x"], says: "Delete the selected annotation" },
  undo: { keys: ["u"], says: "Undo" },
  redo: { keys: ["U"], says: "Redo" },
  help: { keys: ["?"], says: "All keys and the legend" },
  clear: { keys: ["Escape"], says: "Let go of the selection" },
} as const satisfies Record<string, { keys: readonly string[]; says: string }>;

export type Command = keyof typeof commands;

/** The parts of a KeyboardEvent that decide. */
export type Press = {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
};

const commandOf = new Map(
  Object.entries(commands).flatMap(([command, { keys }]) =>
    keys.map((key): [string, Command] => [key, command as Command]),
  ),
);

/**
 * The command of a key press; null for keys that mean nothing here. Left and right arrows are "back" and "forward" in
 * the direction the article is read. Ctrl and Cmd belong to the browser.
 */
export function commandFor(press: Press, direction: "ltr" | "rtl"): Command | null {
  if (press.ctrlKey || press.metaKey) return null;
  return commandOf.get(nameOf(press, direction)) ?? null;
}

function nameOf({ key, altKey, shiftKey }: Press, direction: "ltr" | "rtl"): string {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const isForward = (key === "ArrowRight") === (direction === "ltr");
    return `${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${isForward ? "ArrowForward" : "ArrowBack"}`;
  }
  return altKey ? `Alt+${key}` : key;
}

/** Radio buttons and boxes take arrows and the space bar only, which alone mean nothing on the desk. */
const TYPING =
  "input:not([type='radio'], [type='checkbox']), textarea, select, [contenteditable='true'], [role='dialog'], [role='menu']";

/** Whether keys pressed at this element are being typed, or are its own (a list, a button, a dialog). */
export function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING)) return true;
  return key === "Enter" && target.closest("button, a[href], summary, label") !== null;
}

const names: Record<string, string> = {
  "Shift+ArrowForward": "Shift →",
  "Shift+ArrowBack": "Shift ←",
  "Alt+Shift+ArrowForward": "Alt Shift →",
  "Alt+Shift+ArrowBack": "Alt Shift ←",
  Escape: "Esc",
};

/** A key as it is printed for people. */
export function keyName(key: string, direction: "ltr" | "rtl"): string {
  const name = names[key] ?? (/^[A-Z]$/.test(key) ? `Shift ${key.toLowerCase()}` : key);
  if (direction === "ltr") return name;
  return name.replace(/[←→]/, (arrow) => (arrow === "→" ? "←" : "→"));
}
