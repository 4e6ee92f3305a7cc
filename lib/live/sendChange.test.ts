import { expect, test } from "vitest";
import { ApiError } from "@/lib/http/client";
import { annotation, dossierId, fakeServer, me } from "./fakeBrowser";
import type { QueuedChange } from "./queuedChange";
import { sendChange } from "./sendChange";

const [a, b, c] = ["a", "b", "c"].map((letter) => `00000000-0000-7000-8000-0000000000${letter}0`) as [
  string,
  string,
  string,
];
const makes = (id: string, note: string, ...things: string[]): QueuedChange => ({
  ...{ id, dossierId, userId: me, at: "2026-01-01T00:00:00.000Z", stands: {} },
  steps: things.map((thing) => ({ does: "create", noun: "annotation", thing: annotation(thing, note) })),
});

test("one of many that was refused is told also when the answer about the others was lost", async () => {
  const server = fakeServer();
  server.take(makes("earlier", "another’s", b));
  const change = makes("many", "mine", a, b, c);
  const lost = sendChange(change, async (now) => {
    server.take(now);
    throw new ApiError(0, "offline", "No answer");
  });
  await expect(lost).rejects.toMatchObject({ status: 0 });
  const { answer, leftOut } = await sendChange(change, async (now) => server.take(now));
  expect(answer).toMatchObject({ items: [{ id: a }, { id: c }], refusals: [{ code: "left_out" }] });
  expect(leftOut.map(({ step }) => step)).toEqual([change.steps[1]]);
});
