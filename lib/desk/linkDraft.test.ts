import { describe, expect, test } from "vitest";
import { fittingDetails, linkDefaults, parseLinkDraft } from "./linkDraft";

const dossierId = "01900000-0000-7000-8000-000000000001";
const draft = { dossierId, from: "01900000-0000-7000-8000-000000000002" };

test.each([
  ["what was kept", JSON.stringify(draft), draft],
  ["nothing", null, null],
  ["not JSON", "{", null],
  ["something else", '{"from":1}', null],
  ["another dossier's", JSON.stringify({ ...draft, dossierId: draft.from }), null],
])("a stored draft: %s", (_name, stored, expected) => {
  expect(parseLinkDraft(stored, dossierId)).toEqual(expected);
});

describe("defaults", () => {
  test("across articles passages contradict, apparently, and nobody knows yet whether of one event", () => {
    const details = linkDefaults({ articleId: "a", kind: "claim" }, { articleId: "b", kind: "claim" });
    expect(details).toMatchObject({ relation: "contradicts", strength: "apparent", sameEvent: "unknown" });
  });
  test("two figures contradict as figures", () => {
    const details = linkDefaults({ articleId: "a", kind: "figure" }, { articleId: "b", kind: "figure" });
    expect(details.subtype).toBe("figure");
  });
  test("only contradictions have a subtype and a strength", () => {
    const details = linkDefaults({ articleId: "a", kind: "figure" }, { articleId: "b", kind: "figure" });
    expect(fittingDetails({ ...details, relation: "supports" })).toMatchObject({
      subtype: null,
      strength: null,
    });
    expect(fittingDetails(details)).toEqual(details);
  });
});
