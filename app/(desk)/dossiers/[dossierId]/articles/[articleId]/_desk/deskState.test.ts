import { expect, test } from "vitest";
import { initialDesk, nextDesk } from "./deskState";

const range = { start: 3, end: 9 };

test("a range in hand and a selected annotation exclude each other", () => {
  const ranged = nextDesk({ ...initialDesk, selectedId: "a" }, { type: "ranged", range });
  expect(ranged).toMatchObject({ range, selectedId: null, place: 3 });
  expect(nextDesk(ranged, { type: "selected", id: "b", place: 20 })).toMatchObject({
    ...{ range: null, selectedId: "b", place: 20 },
  });
});

test("letting go of a selection keeps the place in the text, and the selected card", () => {
  expect(nextDesk({ ...initialDesk, range, place: 3 }, { type: "selected", id: null }).place).toBe(3);
  const selected = { ...initialDesk, selectedId: "a" };
  expect(nextDesk(selected, { type: "ranged", range: null })).toBe(selected);
});

test("an offer stands for as long as its range is in hand", () => {
  const offered = nextDesk({ ...initialDesk, range }, { type: "offered", id: "a" });
  expect(offered).toMatchObject({ offer: "a", range });
  const leaving = [
    { type: "ranged", range: { start: 3, end: 12 } },
    { type: "ranged", range: null },
    { type: "selected", id: "a" },
  ] as const;
  for (const event of leaving) expect(nextDesk(offered, event).offer).toBeNull();
});

test("giving up a choice keeps what is in hand", () => {
  const choosing = nextDesk({ ...initialDesk, range }, { type: "choosing", ids: ["a", "b"], x: 1, y: 2 });
  expect(nextDesk(choosing, { type: "chosen" })).toEqual({ ...initialDesk, range });
});
