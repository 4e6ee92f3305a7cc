import { afterAll, beforeAll, expect, test } from "vitest";
import { createToken } from "@/lib/auth/tokens";
import { signOutEverywhere } from "@/lib/auth/users";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { callJson } from "@/lib/testing/nodeWorld";
import { type Follower, follower } from "./followers";
import { ensureBuilt, type ServerUnderTest, serverUnderTest } from "./serverUnderTest";

let desk: TestDesk;
let one: ServerUnderTest;
let other: ServerUnderTest;
let editor: string;
let viewer: { id: string; header: string };
beforeAll(async () => {
  await ensureBuilt();
  desk = await openDesk();
  [one, other] = await Promise.all([serverUnderTest(desk.url), serverUnderTest(desk.url)]);
  await Promise.all([one.start(), other.start()]);
  editor = (await tokenOf(desk.editor.caller.id)).header;
  viewer = await tokenOf(desk.viewer.caller.id);
}, 900_000);
afterAll(async () => {
  await Promise.all([one?.close(), other?.close()]);
  await desk?.close();
}, 60_000);

async function tokenOf(userId: string): Promise<{ id: string; header: string }> {
  const made = await createToken(desk.db, { userId, name: "test", scopes: ["read", "write"], days: 1 });
  return { id: made.id, header: `Bearer ${made.secret}` };
}

const at = (server: ServerUnderTest, header: string): Promise<Follower> =>
  follower(() => server.origin, desk.dossierId, header);

test("two server processes on one database: what is written through one reaches the streams of both", async () => {
  const followers = await Promise.all([
    at(one, editor),
    at(one, viewer.header),
    at(other, editor),
    at(other, viewer.header),
  ]);
  const path = `/api/articles/${desk.article.id}/annotations`;
  const words = [
    "The minister",
    "490 people",
    "were freed",
    "Nobody else",
    "confirmed it",
    "All were told",
    "to wait",
  ];
  const answers = await Promise.all(
    words.map((exact, i) => {
      const start = desk.text.indexOf(exact);
      const passage = { start, end: start + exact.length, exact, kind: "claim" };
      return callJson("POST", (i % 2 ? one : other).origin + path, editor, passage);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(words.map(() => 201));
  const context = desk.viewer;
  const written = await readDossierState(context, { dossierId: desk.dossierId });
  await Promise.all(followers.map((one) => one.reached(written.seq)));
  for (const { state, missed, stop } of followers) {
    expect(state()).toEqual(written);
    expect(missed()).toBe(0);
    stop();
  }
});

test("who is there is known on both, and access that ends through one ends on the other", async () => {
  const watching = await at(other, editor);
  const leaving = await at(other, viewer.header);
  const where = { page: "article", id: desk.article.id };
  const path = `/api/dossiers/${desk.dossierId}/presence`;
  await expect
    .poll(async () => {
      await callJson("PUT", one.origin + path, viewer.header, { where });
      return watching.presence.flatMap(({ here }) => here).map(({ userId }) => userId);
    })
    .toContain(desk.viewer.caller.id);
  const members = `/api/dossiers/${desk.dossierId}/members/${desk.viewer.caller.id}`;
  const owner = (await tokenOf(desk.owner.caller.id)).header;
  expect((await callJson("DELETE", one.origin + members, owner)).status).toBe(200);
  await leaving.closed();
  // Bearer tokens stay when sessions end: nothing happens to this stream.
  await signOutEverywhere(desk.editor);
  expect(watching.status()).not.toBe("closed");
  watching.stop();
});
