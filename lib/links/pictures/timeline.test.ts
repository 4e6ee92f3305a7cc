import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Picture } from "../pictureSchema";
import { arcBetween, arcPath, pointOn } from "./arcs";
import { layLanes, NOBODY } from "./lanes";
import { nearest, nearestArc } from "./nearest";
import { rounded } from "./scene";
import { somePicture } from "./somePicture.testing";
import { placeTimeline } from "./timelineMarks";
import { clampedView, pannedView, type TimeView, zoomedView } from "./timeView";

const frame = { width: 1000, labels: 160, plotRight: 880, undatedLeft: 890 };
const DAY = 86_400_000;

const said = (id: string, speaker: string | null, day: string | null): Picture["statements"][number] => ({
  ...{ id, speaker, day, dayIs: day ? "said" : null, articleId: "a", kind: "claim", words: id },
});
const small = {
  articles: [],
  statements: [said("3", null, "2014-06-10"), said("2", "B", null), said("1", "A", "2011-05-31")],
};

describe("lanes", () => {
  test("are in the order of their first day, with the unnamed last", () => {
    const { lanes, places, hasUndated, span } = layLanes(small, "speaker", 700);
    expect(lanes.map(({ label }) => label)).toEqual(["A", "B", NOBODY]);
    expect(hasUndated).toBe(true);
    expect(places.map(({ statement, time }) => [statement.id, time])).toEqual([
      ["1", Date.UTC(2011, 4, 31)],
      ["2", null],
      ["3", Date.UTC(2014, 5, 10)],
    ]);
    expect(span?.[0]).toBeLessThan(Date.UTC(2011, 4, 31));
  });

  test("without any day there is no line of days", () => {
    expect(layLanes({ articles: [], statements: [said("1", "A", null)] }, "speaker", 700).span).toBeNull();
  });

  test("follow each other without overlap, and hold their marks, each statement once", () => {
    fc.assert(
      fc.property(somePicture, fc.constantFrom("speaker", "article"), (picture, by) => {
        const { lanes, places, height } = layLanes(picture, by, 700);
        let bottom = 0;
        for (const lane of lanes) {
          expect(lane.top).toBe(bottom);
          bottom += lane.height;
        }
        expect(height).toBe(bottom);
        for (const { lane, y } of places) {
          const { top = 0, height: tall = 0 } = lanes[lane] ?? {};
          expect(y).toBeGreaterThanOrEqual(top + 4);
          expect(y).toBeLessThanOrEqual(top + tall - 4);
        }
        const ids = places.map(({ statement }) => statement.id);
        expect(ids.toSorted()).toEqual(picture.statements.map(({ id }) => id).toSorted());
      }),
    );
  });

  test("are the same in whatever order statements come", () => {
    fc.assert(
      fc.property(somePicture, (picture) => {
        const turned = { ...picture, statements: picture.statements.toReversed() };
        expect(layLanes(turned, "speaker", 700)).toEqual(layLanes(picture, "speaker", 700));
      }),
    );
  });
});

describe("marks and arcs", () => {
  test("an arc ends at its marks, or at the edge beyond which its mark is", () => {
    fc.assert(
      fc.property(somePicture, fc.double({ min: 1, max: 40, noNaN: true }), (picture, by) => {
        const lanes = layLanes(picture, "speaker", 700);
        const view =
          lanes.span && zoomedView(lanes.span, by, (lanes.span[0] + lanes.span[1]) / 2, lanes.span);
        const { marks, arcs } = placeTimeline(lanes, picture.links, frame, view);
        const byId = new Map(marks.map((mark) => [mark.statement.id, mark]));
        for (const { link, from, to } of arcs) {
          for (const [end, id] of [[from, link.from] as const, [to, link.to] as const]) {
            const mark = byId.get(id);
            if (mark) expect(end).toEqual({ x: mark.x, y: mark.y });
            else expect([frame.labels, frame.plotRight]).toContain(end.x);
          }
        }
        if (by === 1) expect(arcs).toHaveLength(picture.links.length);
      }),
    );
  });

  const coordinate = fc.integer({ min: -500, max: 500 });
  const point = fc.record({ x: coordinate, y: coordinate });
  test("path data begins and ends where the arc does, and its line is found again", () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        const arc = arcBetween("l", from, to);
        const numbers = arcPath(arc)
          .match(/-?[\d.]+/g)
          ?.map(Number);
        expect(numbers?.slice(0, 2)).toEqual([rounded(from.x), rounded(from.y)].map((n) => n + 0));
        expect(numbers?.slice(-2)).toEqual([rounded(to.x), rounded(to.y)].map((n) => n + 0));
        expect(nearestArc([arc], pointOn(arc, t), 3)).toBe(arc);
        // Whichever end came first, the line is the same.
        const turned = arcBetween("l", to, from).control;
        expect([rounded(turned.x), rounded(turned.y)]).toEqual([
          rounded(arc.control.x),
          rounded(arc.control.y),
        ]);
      }),
    );
  });

  test("the nearest within reach is hit, else nothing", () => {
    const places = [
      { x: 0, y: 0, id: "a" },
      { x: 10, y: 0, id: "b" },
    ];
    expect(nearest(places, { x: 7, y: 1 }, 8)?.id).toBe("b");
    expect(nearest(places, { x: 40, y: 0 }, 8)).toBeNull();
  });
});

describe("the part of time that is shown", () => {
  const span: TimeView = [0, 1000 * DAY];
  test("stays inside the whole, and no shorter than four days", () => {
    const number = fc.double({ min: 0.01, max: 500, noNaN: true });
    const around = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(number, around, fc.double({ min: -3, max: 3, noNaN: true }), (by, day, share) => {
        const first = zoomedView(span, by, day * DAY, span);
        for (const [from, to] of [first, pannedView(first, share, span)]) {
          expect(from).toBeGreaterThanOrEqual(span[0]);
          expect(to).toBeLessThanOrEqual(span[1] + 1);
          expect(to - from).toBeGreaterThanOrEqual(4 * DAY - 1);
        }
      }),
    );
  });
  test("keeps the day under the pointer where it is", () => {
    const [from, to] = zoomedView(span, 4, 500 * DAY, span);
    expect((500 * DAY - from) / (to - from)).toBeCloseTo(0.5);
    expect(clampedView([-50 * DAY, 50 * DAY], span)).toEqual([0, 100 * DAY]);
  });
});
