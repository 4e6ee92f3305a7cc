import { expect, test } from "vitest";
import { printable } from "./printable";

test.each([
  ["as it is: “490” مرحبا", "as it is: “490” مرحبا"],
  ["a file\u001b[2J\rvalid. This is what was signed.", "a file\u{fffd}[2J valid. This is what was signed."],
  ["NOT valid.\n  valid", "NOT valid.   valid"],
  ["\u009b2J", "\u{fffd}2J"],
])("%j", (line, said) => {
  expect(printable(line)).toBe(said);
});
