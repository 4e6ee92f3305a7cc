import { describe, expect, test } from "vitest";
import { createTeller, type Place } from "./presenceTeller";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A window whose time passes, and whose server answers, when the test says so. */
function fakeWindow() {
  const said: (number | "gone")[] = [];
  const answers: ((answer: "told" | "not now" | "never") => void)[] = [];
  const waits: { milliseconds: number; work: () => void }[] = [];
  const teller = createTeller({
    put: ({ where }) =>
      new Promise((resolve) => {
        said.push(where.start ?? -1);
        answers.push(resolve);
      }),
    leave: () => said.push("gone"),
    later(milliseconds, work) {
      const wait = { milliseconds, work };
      waits.push(wait);
      return () => {
        if (waits.includes(wait)) waits.splice(waits.indexOf(wait), 1);
      };
    },
  });
  let start = 0;
  const place = (): Place => ({ where: { page: "article", id: "a", start }, selection: null });
  return {
    teller,
    said,
    waits,
    stand: () => teller.stand(place),
    moveTo(next: number) {
      start = next;
      teller.moved();
    },
    async answer(answer: "told" | "not now" | "never" = "told") {
      answers.shift()?.(answer);
      await settled();
    },
    /** Lets whatever waits happen, the soonest first. */
    pass() {
      for (const { work } of waits.splice(0).sort((a, b) => a.milliseconds - b.milliseconds)) work();
    },
  };
}

describe("a window", () => {
  test("tells where it is, and what moved meanwhile in one word", async () => {
    const it = fakeWindow();
    it.stand();
    for (const start of [1, 2, 3]) it.moveTo(start);
    it.pass();
    expect(it.said).toEqual([0]);
    await it.answer();
    it.pass();
    expect(it.said).toEqual([0, 3]);
  });

  test("says that it is still there, whether or not it was heard", async () => {
    const it = fakeWindow();
    it.stand();
    await it.answer("not now");
    it.pass();
    await it.answer();
    it.pass();
    expect(it.said).toEqual([0, 0, 0]);
  });

  test("says nothing of a move that led nowhere", async () => {
    const it = fakeWindow();
    it.stand();
    await it.answer();
    it.moveTo(0);
    const [, soon] = it.waits;
    soon?.work();
    expect(it.said).toEqual([0]);
  });

  test("is silent once it is told that it never may", async () => {
    const it = fakeWindow();
    it.stand();
    await it.answer("never");
    it.moveTo(5);
    it.pass();
    expect(it.said).toEqual([0]);
  });

  test("is gone when its page goes, unless another page comes", async () => {
    const it = fakeWindow();
    it.stand();
    await it.answer();
    it.teller.rest();
    it.stand();
    await it.answer();
    expect(it.said).toEqual([0, 0]);
    it.teller.rest();
    it.pass();
    expect(it.said).toEqual([0, 0, "gone"]);
    it.pass();
    expect(it.said).toHaveLength(3);
  });

  test("that closes while its word is under way is gone after it", async () => {
    const it = fakeWindow();
    it.stand();
    it.teller.leave();
    expect(it.said).toEqual([0]);
    await it.answer();
    expect(it.said).toEqual([0, "gone"]);
    it.pass();
    expect(it.said).toHaveLength(2);
  });
});
