import { describe, expect, test } from "vitest";
import { draftOf, emptyDraft, readDraft } from "./evidenceDraft";

const now = new Date("2026-03-10T15:00:00.000Z");
const filled = { ...emptyDraft(now), url: "example.org/a", title: " A  letter " };

test("a filled form becomes what the server takes, and comes back the same", () => {
  const { details } = readDraft(filled, null, now);
  expect(details).toEqual({
    ...{
      stance: "for",
      url: "https://example.org/a",
      title: "A letter",
      locator: null,
      tier: null,
      note: "",
    },
    retrievedAt: "2026-03-10T15:00:00.000Z",
  });
  if (!details) throw new Error("It was refused.");
  expect(readDraft(draftOf(details), details.retrievedAt, new Date("2026-04-01T00:00:00Z")).details).toEqual(
    details,
  );
});

describe("what is wrong is said of the field it is wrong in", () => {
  test.each([
    ["title", { title: " " }, /called/],
    ["url", { url: "javascript:alert(1)" }, /web address/],
    ["locator", { locator: "x".repeat(201) }, /200/],
    ["note", { note: "x".repeat(5_001) }, /5,000/],
    ["retrievedOn", { retrievedOn: "2026-02-30" }, /date/],
  ] as const)("%s", (field, wrong, message) => {
    const { errors } = readDraft({ ...filled, ...wrong }, null, now);
    expect(Object.keys(errors ?? {})).toEqual([field]);
    expect(errors?.[field]).toMatch(message);
  });
});
