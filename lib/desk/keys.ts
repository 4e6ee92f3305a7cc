/** The parts of a KeyboardEvent that decide. */
export type Press = {
  key: string;
  /** The place on the keyboard, named after what a US keyboard has there; empty where there is no such place. */
  code?: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  getModifierState?: (name: string) => boolean;
};

/** The direction in which the article is read. */
export type Direction = "ltr" | "rtl";

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn", "OS"]);
const NO_KEYS = new Set(["Dead", "Process", "Unidentified", "Compose"]);

/**
 * The names of a key press, the first meant most: what the key types, then what a US keyboard has in its place.
 *
 * The second makes the keys work where the keyboard types another script (Arabic, Russian, Greek), or wants Shift
 * for digits (French). "Mod" is Ctrl or Cmd; letters tell Shift by their case, whatever Caps Lock says. Left and
 * right arrows are "Back" and "Forward" in the direction the article is read. Empty for a modifier alone.
 */
export function keysOf(press: Press, direction: Direction): string[] {
  const { key } = press;
  if (key === "" || MODIFIERS.has(key)) return [];
  // AltGr types a character: Windows reports it as Ctrl and Alt.
  const typesByAltGr = press.getModifierState?.("AltGraph") === true && [...key].length === 1;
  const mod = (press.ctrlKey || press.metaKey) && !typesByAltGr ? "Mod+" : "";
  const alt = press.altKey && !typesByAltGr ? "Alt+" : "";
  const own = NO_KEYS.has(key) ? null : typed(press, direction);
  const inPlace = placed(press);
  const names = [own, inPlace].flatMap((name) => (name === null ? [] : [mod + alt + name]));
  return [...new Set(names)];
}

/** The name under which a pressed key is remembered; null for a modifier alone. */
export function keyOf(press: Press, direction: Direction): string | null {
  const [own, inPlace] = keysOf(press, direction);
  if (own === undefined) return null;
  // Remembered by its place, a letter of any script works on a Latin keyboard too. Shift and a digit stay together.
  const isOtherScript = /[^\x20-\x7e]/.test(own);
  const isShiftedDigit = inPlace !== undefined && /Shift\+\d$/.test(inPlace);
  return inPlace !== undefined && (isOtherScript || isShiftedDigit) ? inPlace : own;
}

function typed(press: Press, direction: Direction): string {
  const { key, shiftKey } = press;
  if (/^[a-z]$/i.test(key)) return isUpper(press) ? key.toUpperCase() : key.toLowerCase();
  if (key === " ") return "Space";
  if ([...key].length === 1) return key;
  const shift = shiftKey ? "Shift+" : "";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return shift + key;
  return shift + ((key === "ArrowRight") === (direction === "ltr") ? "ArrowForward" : "ArrowBack");
}

/** Without Caps Lock the case of the letter tells; a program that presses keys may leave Shift out. */
function isUpper(press: Press): boolean {
  const { key, shiftKey } = press;
  return shiftKey || (key !== key.toLowerCase() && press.getModifierState?.("CapsLock") !== true);
}

/** The characters of US keys that are neither letters nor digits: alone and with Shift. */
const PLACES: Record<string, readonly [string, string]> = {
  Slash: ["/", "?"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Comma: [",", "<"],
  Period: [".", ">"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Backslash: ["\\", "|"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  Backquote: ["`", "~"],
};

/** What a US keyboard has in this place, for a key that types no ASCII, and for digits; else null. */
function placed({ key, code = "", shiftKey }: Press): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && key !== digit) return shiftKey ? `Shift+${digit}` : digit;
  if (/^[\x20-\x7e]+$/.test(key) && !NO_KEYS.has(key)) return null;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  return PLACES[code]?.[shiftKey ? 1 : 0] ?? null;
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
