import { expect, test } from "vitest";
import { clashInWords, formChange } from "./formChange";

const opened = { rationale: "as it was", strength: "apparent", severity: null as string | null };

test.each([
  ["nothing typed, others changed", { rationale: "theirs" }, {}, {}, []],
  ["another field than theirs", { rationale: "theirs" }, { strength: "firm" }, { strength: "firm" }, []],
  ["the same field", { rationale: "theirs" }, { rationale: "mine" }, { rationale: "mine" }, ["rationale"]],
  ["the same to the same", { rationale: "one" }, { rationale: "one" }, { rationale: "one" }, []],
] as const)("%s", (_what, theirs, mine, after, clashes) => {
  const change = formChange<typeof opened>(opened, { ...opened, ...theirs }, { ...opened, ...mine });
  expect(change.after).toEqual(after);
  expect(change.clashes).toEqual(clashes);
  for (const [field, value] of Object.entries(change.before)) {
    expect(value).toBe(opened[field as keyof typeof opened]);
  }
});

test("what is not there any more is no clash: the server says that it is gone", () => {
  expect(formChange(opened, null, { ...opened, severity: "high" }).clashes).toEqual([]);
});

test("a clash says what stands there now", () => {
  expect(clashInWords({ ...opened, rationale: "theirs" }, ["rationale", "severity"])).toBe(
    "This was changed meanwhile: the rationale is now “theirs”, the severity is now empty. Save again to put yours in its place.",
  );
});
