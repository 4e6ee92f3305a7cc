import fc from "fast-check";
import { expect, test } from "vitest";
import { commandNames } from "./commandTable";
import { conflictsOf, defaultKeys, isChanged, type KeyChanges, keymapOf, withKeys } from "./keymap";
import { whyReserved } from "./keyNames";

const someKeys = fc.constantFrom(...commandNames.flatMap(defaultKeys), "g", "h", "Shift+Enter");
const someCommand = fc.constantFrom(...commandNames.filter((name) => name !== "clear"));
const someChanges = fc.dictionary(someCommand, fc.uniqueArray(someKeys, { maxLength: 4 }));

test("no key that comes with a command stands twice or is refused to people", () => {
  const keys = commandNames.flatMap((name) => (name === "clear" ? [] : [...defaultKeys(name)]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter(whyReserved)).toEqual([]);
});

test("whatever a person changed, no key means two things and Escape lets go", () => {
  fc.assert(
    fc.property(someChanges, (changes) => {
      const keymap = keymapOf(changes);
      const keys = Object.values(keymap).flat();
      expect(new Set(keys).size).toBe(keys.length);
      expect(keymap.clear).toEqual(["Escape"]);
    }),
  );
});

test("a command that gets keys has them, and nobody else lost any other", () => {
  fc.assert(
    fc.property(
      someChanges,
      someCommand,
      fc.uniqueArray(someKeys, { maxLength: 3 }),
      (changes, command, given) => {
        const keys = given.filter((key) => key !== "Escape");
        const before = keymapOf(changes);
        const after = keymapOf(withKeys(changes, command, keys));
        expect(after[command]).toEqual(keys);
        for (const other of commandNames.filter((name) => name !== command)) {
          const kept = before[other].filter((key) => !keys.includes(key));
          expect(after[other].filter((key) => before[other].includes(key))).toEqual(kept);
        }
      },
    ),
  );
});

test("conflicts name the key and who has it", () => {
  expect(conflictsOf(keymapOf({}), "nextSentence", ["s", "j", "g"])).toEqual([
    { key: "j", from: "nextAnnotation" },
  ]);
});

test("what is as it comes is not remembered; taking a key is", () => {
  const taken = withKeys({}, "nextSentence", ["j"]);
  expect(taken).toEqual({ nextSentence: ["j"], nextAnnotation: [] });
  const back = withKeys(withKeys(taken, "nextSentence", ["s"]), "nextAnnotation", ["j"]);
  expect(back).toEqual({});
});

test("a key of one's own outlives a new command that would come with it", () => {
  const keymap = keymapOf({ nextSentence: ["e"] });
  expect(keymap.nextSentence).toEqual(["e"]);
  expect(keymap.evidence).toEqual([]);
  expect(isChanged(keymap, "evidence")).toBe(true);
});

test("keys of commands that are not there (any more) are left alone", () => {
  const changes: KeyChanges = { paintBlue: ["s"] };
  expect(keymapOf(changes).nextSentence).toEqual(["s"]);
  expect(withKeys(changes, "undo", ["z"])).toEqual({ paintBlue: ["s"], undo: ["z"] });
});
