import { expect, test } from "vitest";
import { draftPrefix, packedDraft, unpackedDraft } from "./keptDraft";

const draft = {
  at: "2024-05-01T10:00:00.000Z",
  about: { says: "Note", annotationId: "a", field: "note" },
  value: "Who <b>says</b> so? 👩‍👩‍👧",
  base: "",
  words: "Who says so?",
};

test("a draft comes back as it was kept", () => {
  expect(unpackedDraft(packedDraft(draft))).toEqual(draft);
});

test.each([[null], [""], ["{"], ["[]"], ['{"shape":0}'], [JSON.stringify({ shape: 1, ...draft, words: 3 })]])(
  "%s is no draft",
  (packed) => {
    expect(unpackedDraft(packed)).toBeNull();
  },
);

test("one that would fill the browser is not kept; people and dossiers are apart", () => {
  expect(packedDraft({ ...draft, value: "x".repeat(300_000) })).toBeNull();
  expect(draftPrefix("ab", "c")).not.toBe(draftPrefix("a", "bc"));
});
