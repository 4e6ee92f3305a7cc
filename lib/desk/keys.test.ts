import { expect, test } from "vitest";
import { commandFor, commandsByKey, keymapOf } from "./keymap";
import { keyForAria, keyName, whyReserved } from "./keyNames";
import { keyOf } from "./keys";

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const defaults = commandsByKey(keymapOf({}));
const shift = { shiftKey: true };

test.each([
  ["s", {}, "nextSentence"],
  ["S", shift, "previousSentence"],
  ["1", {}, "tagClaim"],
  ["ArrowRight", shift, "extendEnd"],
  ["ArrowLeft", { shiftKey: true, altKey: true }, "extendStart"],
  ["ArrowRight", {}, null],
  ["s", { ctrlKey: true }, null],
  ["k", { ctrlKey: true }, "palette"],
  ["k", { metaKey: true }, "palette"],
  ["z", { metaKey: true }, "undo"],
  ["Z", { metaKey: true, shiftKey: true }, "redo"],
  ["u", { metaKey: true }, null],
  ["x", { altKey: true }, null],
  ["q", {}, null],
  ["Shift", shift, null],
  ["Dead", { code: "Equal" }, null],
])("%s with %o is %s", (key, modifiers, command) => {
  expect(commandFor({ ...none, ...modifiers, key }, "ltr", defaults)).toBe(command);
});

test.each([
  ["Arabic", "س", "KeyS", {}, "nextSentence"],
  ["Arabic, two letters on one key", "لا", "KeyB", {}, null],
  ["Arabic, question mark", "؟", "Slash", shift, "help"],
  ["Arabic, the key of /", "ظ", "Slash", {}, "search"],
  ["Arabic digits", "١", "Digit1", {}, "tagClaim"],
  ["Persian digits with Ctrl and a letter", "ن", "KeyK", { ctrlKey: true }, "palette"],
  ["Russian", "ы", "KeyS", {}, "nextSentence"],
  ["Russian with Shift", "Ы", "KeyS", shift, "previousSentence"],
  ["Greek", "ξ", "KeyJ", {}, "nextAnnotation"],
  ["Hebrew", "ד", "KeyS", {}, "nextSentence"],
  ["French digits without Shift", "&", "Digit1", {}, "tagClaim"],
  ["French digits with Shift", "1", "Digit1", shift, "tagClaim"],
  ["Czech digits", "ě", "Digit2", {}, "tagFigure"],
  ["German, / on Shift 7", "/", "Digit7", shift, "search"],
  ["US, ! is Shift 1", "!", "Digit1", shift, "toggleClaims"],
  ["Dvorak, what the key types decides", "o", "KeyS", {}, "nextOpen"],
  ["a Mac's Alt types symbols", "≈", "KeyX", { altKey: true }, null],
])("%s: %s", (_layout, key, code, modifiers, command) => {
  expect(commandFor({ ...none, ...modifiers, key, code }, "ltr", defaults)).toBe(command);
});

test("Caps Lock turns no s into S", () => {
  const getModifierState = (name: string) => name === "CapsLock";
  expect(commandFor({ ...none, key: "S", getModifierState }, "ltr", defaults)).toBe("nextSentence");
  expect(commandFor({ ...none, ...shift, key: "s", getModifierState }, "ltr", defaults)).toBe(
    "previousSentence",
  );
});

test("AltGr types a character, whatever Windows says of Ctrl and Alt", () => {
  const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };
  expect(commandFor({ ...none, ...altGr, key: "/", code: "KeyQ" }, "ltr", defaults)).toBe("search");
});

test.each([
  ["a letter", { key: "g" }, "g"],
  ["a letter of another script by its place", { key: "ل", code: "KeyG" }, "g"],
  ["Shift and a digit together", { key: "!", code: "Digit1", shiftKey: true }, "Shift+1"],
  ["a named key", { key: "Enter", shiftKey: true }, "Shift+Enter"],
  ["a modifier alone", { key: "Alt", altKey: true }, null],
])("recorded: %s", (_name, press, key) => {
  expect(keyOf({ ...none, ...press }, "ltr")).toBe(key);
});

test("arrows follow the direction of reading", () => {
  const left = { ...none, key: "ArrowLeft", shiftKey: true };
  expect(commandFor(left, "ltr", defaults)).toBe("shrinkEnd");
  expect(commandFor(left, "rtl", defaults)).toBe("extendEnd");
});

test.each([
  ["Shift+ArrowForward", "rtl", "Shift ←", "Shift+ArrowLeft"],
  ["S", "ltr", "Shift s", "Shift+S"],
  ["Mod+Z", "ltr", "Ctrl Shift z", "Control+Shift+Z"],
  ["Shift+1", "ltr", "Shift 1", "Shift+1"],
  ["+", "ltr", "+", "Plus"],
  ["Mod++", "ltr", "Ctrl +", "Control+Plus"],
  ["Escape", "ltr", "Esc", "Escape"],
] as const)("%s in %s is printed as %s", (key, direction, printed, aria) => {
  expect(keyName(key, direction)).toBe(printed);
  expect(keyForAria(key, direction)).toBe(aria);
});

test("a Mac's keyboard has its own sign", () => {
  expect(keyName("Mod+k", "ltr", true)).toBe("⌘ k");
  expect(keyForAria("Mod+k", "ltr", true)).toBe("Meta+k");
});

test.each([
  "Tab",
  "Escape",
  "Space",
  "ArrowUp",
  "Mod+w",
  "Mod+T",
  "Mod+1",
  "F5",
  "Shift+F3",
  "Alt+f",
  "Alt+ArrowBack",
])("%s is refused with a sentence", (key) => {
  expect(whyReserved(key)).toMatch(/^[A-Z].*\.$/);
});

test.each(["g", "G", "Enter", "Shift+Enter", "Mod+k", "Mod+z", "Shift+ArrowUp", "Alt+Delete", "?"])(
  "%s may be had",
  (key) => {
    expect(whyReserved(key)).toBeNull();
  },
);

test("a browser's event answers only when asked as itself", () => {
  const event = new (class {
    key = "S";
    shiftKey = false;
    altKey = false;
    ctrlKey = false;
    metaKey = false;
    #locked = true;
    getModifierState() {
      return this.#locked;
    }
  })();
  // Says yes to AltGraph, too: then it is a character, and with Caps Lock a small one.
  expect(commandFor(event, "ltr", defaults)).toBe("nextSentence");
});
