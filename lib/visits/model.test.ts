import { expect, test } from "vitest";
import { AWAY_MS, nextVisit } from "./model";

const start = Date.parse("2026-03-10T08:00:00.000Z");
const at = (ms: number) => new Date(start + ms);

test("a first visit has nothing new; a visit goes on; after an absence all since it began is new", () => {
  const first = nextVisit(null, { seq: 10, now: at(0) });
  expect(first.since.seq).toBe(10);
  const later = nextVisit(first, { seq: 14, now: at(AWAY_MS) });
  expect(later).toMatchObject({ seq: 14, since: { seq: 10 } });
  const back = nextVisit(later, { seq: 20, now: at(3 * AWAY_MS) });
  expect(back).toMatchObject({ seq: 20, since: { seq: 14, at: later.at } });
  expect(nextVisit(back, { seq: 21, now: at(3 * AWAY_MS + 1) }).since).toEqual(back.since);
  expect(nextVisit(back, { seq: 21, seen: true, now: at(3 * AWAY_MS + 2) }).since.seq).toBe(21);
});

test("an older page never takes back what was seen", () => {
  const seen = nextVisit(null, { seq: 10, now: at(0) });
  expect(nextVisit(seen, { seq: 3, now: at(1) }).seq).toBe(10);
});
