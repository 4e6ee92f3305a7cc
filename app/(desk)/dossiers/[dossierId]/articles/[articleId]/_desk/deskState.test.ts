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
