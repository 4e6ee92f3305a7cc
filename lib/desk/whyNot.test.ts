import { expect, test } from "vitest";
import { commandNames } from "./commandTable";
import { type Situation, whyNot } from "./whyNot";

const all: Situation = {
  ...{ canEdit: true, hasRange: true, hasSelected: true, hasSentence: true, hasShown: true },
  openCount: 1,
};
const nothing: Situation = {
  ...{ canEdit: true, hasRange: false, hasSelected: false, hasSentence: false, hasShown: false },
  openCount: 0,
};

test("with everything at hand every command works", () => {
  expect(commandNames.filter((command) => whyNot(command, all))).toEqual([]);
});

test.each([
  ["tagClaim", nothing, /sentence, first/],
  ["extendEnd", nothing, /sentence, first/],
  ["comment", nothing, /annotation first/],
  ["nextOpen", nothing, /No open/],
  ["nextAnnotation", nothing, /No annotation is shown/],
  ["tagClaim", { ...all, canEdit: false }, /read this dossier/],
  ["shrinkEnd", { ...all, canEdit: false, hasRange: false }, /read this dossier/],
] as const)("%s says why not", (command, now, why) => {
  expect(whyNot(command, now)).toMatch(why);
});

test.each(["nextSentence", "comment", "extendEnd", "search", "help", "focusCard"] as const)(
  "who may only read can still: %s",
  (command) => {
    expect(whyNot(command, { ...all, canEdit: false })).toBeNull();
  },
);
