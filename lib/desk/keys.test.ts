import { expect, test } from "vitest";
import { commandFor, commands, keyName } from "./keys";

const press = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

test.each([
  ["s", {}, "nextSentence"],
  ["S", { shiftKey: true }, "previousSentence"],
  ["1", {}, "tagClaim"],
  ["ArrowRight", { shiftKey: true }, "extendEnd"],
  ["ArrowLeft", { shiftKey: true, altKey: true }, "extendStart"],
  ["ArrowRight", {}, null],
  ["s", { ctrlKey: true }, null],
  ["u", { metaKey: true }, null],
  ["x", { altKey: true }, null],
  ["q", {}, null],
])("%s with %o is %s", (key, modifiers, command) => {
  expect(commandFor({ ...press, ...modifiers, key }, "ltr")).toBe(command);
});

test("arrows follow the direction of reading", () => {
  const left = { ...press, key: "ArrowLeft", shiftKey: true };
  expect(commandFor(left, "ltr")).toBe("shrinkEnd");
  expect(commandFor(left, "rtl")).toBe("extendEnd");
  expect(keyName("Shift+ArrowForward", "rtl")).toBe("Shift ←");
});

test("no key means two things", () => {
  const keys = Object.values(commands).flatMap((command) => [...command.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});
