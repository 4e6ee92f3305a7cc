import { expect, test } from "vitest";
import { inTurn } from "./inTurn";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Works that begin when it is their turn and end when the test says so. */
function works() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const begin = (key: string, which: number, fails = false) =>
    inTurn(key, async () => {
      begun.push(which);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (fails) throw new Error(String(which));
      return which;
    });
  return { begun, ends, begin };
}

test("two of a key run at once, the rest in the order of asking; other keys do not wait", async () => {
  const { begun, ends, begin } = works();
  const all = [1, 2, 3, 4].map((which) => begin("d", which));
  const other = begin("e", 9);
  expect(begun).toEqual([1, 2, 9]);
  ends[0]?.();
  await settled();
  expect(begun).toEqual([1, 2, 9, 3]);
  const late = begin("d", 5);
  for (let i = 1; i < 6; i++) {
    ends[i]?.();
    await settled();
  }
  expect(begun).toEqual([1, 2, 9, 3, 4, 5]);
  expect(await Promise.all([...all, other, late])).toEqual([1, 2, 3, 4, 9, 5]);
});

test("work that fails gives its place on", async () => {
  const { ends, begin } = works();
  const failing = [begin("f", 1, true), begin("f", 2, true)].map((work) =>
    work.catch((error: Error) => error.message),
  );
  const next = begin("f", 3);
  ends[0]?.();
  ends[1]?.();
  await settled();
  ends[2]?.();
  expect(await Promise.all([...failing, next])).toEqual(["1", "2", 3]);
});
