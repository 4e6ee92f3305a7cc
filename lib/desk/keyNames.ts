import type { Direction } from "./keys";

const NAMES: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
  Backspace: "⌫",
  PageUp: "Page up",
  PageDown: "Page down",
};

/** A key as it is printed for people: `Ctrl k`, `Shift s`, `Shift →`. */
export function keyName(key: string, direction: Direction, isMac = false): string {
  const { modifiers, last } = parts(key);
  const words = modifiers.map((modifier) => (modifier === "Mod" ? (isMac ? "⌘" : "Ctrl") : modifier));
  if (/^[A-Z]$/.test(last)) return [...words, "Shift", last.toLowerCase()].join(" ");
  if (last === "ArrowForward") return [...words, direction === "ltr" ? "→" : "←"].join(" ");
  if (last === "ArrowBack") return [...words, direction === "ltr" ? "←" : "→"].join(" ");
  return [...words, NAMES[last] ?? last].join(" ");
}

/** The same for `aria-keyshortcuts`, which has its own way of writing them. */
export function keyForAria(key: string, direction: Direction, isMac = false): string {
  const { modifiers, last } = parts(key);
  const words = modifiers.map((modifier) => (modifier === "Mod" ? (isMac ? "Meta" : "Control") : modifier));
  if (/^[A-Z]$/.test(last)) return [...words, "Shift", last].join("+");
  if (last === "ArrowForward") return [...words, direction === "ltr" ? "ArrowRight" : "ArrowLeft"].join("+");
  if (last === "ArrowBack") return [...words, direction === "ltr" ? "ArrowLeft" : "ArrowRight"].join("+");
  return [...words, last === "+" ? "Plus" : last].join("+");
}

function parts(key: string): { modifiers: string[]; last: string } {
  const [, before = "", last = key] = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/.exec(key) ?? [];
  return { modifiers: before.split("+").filter(Boolean), last };
}

/** What browsers do before a page hears of it, or what a reader would miss too much. */
const TAKEN: Record<string, string> = {
  Tab: "Tab goes to the next control",
  "Shift+Tab": "Shift Tab goes to the control before",
  Escape: "Esc lets go of everything, always",
  Space: "The space bar scrolls the page",
  "Shift+Space": "Shift and the space bar scroll the page",
};
const SCROLLING = /^(Arrow(Up|Down|Forward|Back)|PageUp|PageDown|Home|End)$/;
const BROWSERS_OWN = /^Mod\+(Alt\+)?([a-jl-xA-Z0-9=+\-,;']|Tab|Shift\+Tab|Shift\+\d)$/;
/** Ctrl with these is free, or is what the command means anyway. */
const FREE_WITH_MOD = new Set([
  "Mod+z",
  "Mod+Z",
  "Mod+y",
  "Mod+e",
  "Mod+b",
  "Mod+i",
  "Mod+m",
  "Mod+;",
  "Mod+,",
]);

/** Why this key cannot be given to a command, as a sentence; null when it can. */
export function whyReserved(key: string): string | null {
  if (key in TAKEN) return `${TAKEN[key]}. Choose another key.`;
  if (SCROLLING.test(key)) return "This key scrolls the page. Hold Shift with it, or choose another.";
  if (/^(Mod\+|Alt\+|Shift\+)*F\d+$/.test(key)) return "Browsers keep the F keys for themselves.";
  if (/^Alt\+[a-zA-Z]$/.test(key)) return "Alt with a letter opens the browser's menus on many machines.";
  if (/^Alt\+(ArrowBack|ArrowForward|Home|\d)$/.test(key))
    return "Browsers go back, forward or to a tab with it.";
  if (BROWSERS_OWN.test(key) && !FREE_WITH_MOD.has(key)) {
    return "The browser keeps this for itself. Choose a key without Ctrl or Cmd.";
  }
  return null;
}
