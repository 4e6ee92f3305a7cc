import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changePreferences } from "./commands";
import { readPreferences } from "./queries";
import { changePreferencesInput } from "./schema";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("who never changed anything has the defaults, and a change counts on from there", async () => {
  const before = await readPreferences(desk.editor);
  expect(before).toEqual({
    snap: "word",
    keys: {},
    mail: "none",
    timeZone: "UTC",
    version: 1,
    updatedAt: null,
  });
  const after = await changePreferences(desk.editor, { version: 1, keys: { nextSentence: ["n"] } });
  expect(after).toMatchObject({ snap: "word", keys: { nextSentence: ["n"] }, version: 2 });
  const last = await changePreferences(desk.editor, { version: 2, snap: "sentence" });
  expect(last).toMatchObject({ snap: "sentence", keys: { nextSentence: ["n"] }, version: 3 });
  expect(await readPreferences(desk.editor)).toEqual(last);
});

test("a stale write answers what is stored and changes nothing", async () => {
  await changePreferences(desk.owner, { version: 1, snap: "none" });
  await expect(changePreferences(desk.owner, { version: 1, snap: "sentence" })).rejects.toMatchObject({
    code: "stale",
    current: { snap: "none", version: 2 },
  });
  expect(await readPreferences(desk.owner)).toMatchObject({ snap: "none", version: 2 });
});

test("of two first writes at once one is stored", async () => {
  const tries = await Promise.allSettled(
    (["none", "sentence"] as const).map((snap) => changePreferences(desk.reviewer, { version: 1, snap })),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await readPreferences(desk.reviewer)).version).toBe(2);
});

test("they are one person's own", async () => {
  await changePreferences(desk.editor2, { version: 1, snap: "none" });
  expect(await readPreferences(desk.viewer)).toMatchObject({ snap: "word", version: 1 });
});

test("a token reads with any scope and writes with its own", async () => {
  const as = (...scopes: ("read" | "write")[]) => ({
    ...desk.outsider,
    caller: { ...desk.outsider.caller, inPerson: false, scopes },
  });
  expect(await readPreferences(as("read"))).toMatchObject({ version: 1 });
  await expect(readPreferences(as())).rejects.toMatchObject({ code: "forbidden" });
  const change = { version: 1, snap: "none" } as const;
  await expect(changePreferences(as("read"), change)).rejects.toMatchObject({ code: "forbidden" });
  expect(await changePreferences(as("write"), change)).toMatchObject({ version: 2 });
});

test("values that are not understood any more give way to the defaults", async () => {
  const userId = desk.reviewer2.caller.id;
  await desk.db.preference.create({ data: { userId, values: { snap: "letter", keys: { undo: ["u"] } } } });
  expect(await readPreferences(desk.reviewer2)).toMatchObject({ snap: "word", keys: { undo: ["u"] } });
});

test.each([
  ["another snap", { snap: "letter" }],
  ["a time zone that is nowhere", { timeZone: "Mars/Olympus" }],
  ["a field nobody knows", { colour: "red" }],
  ["nine keys", { keys: { undo: Array.from("abcdefghi") } }],
  ["an empty key", { keys: { undo: [""] } }],
  ["a key that is no text", { keys: { undo: [1] } }],
  ["a very long key", { keys: { undo: ["x".repeat(41)] } }],
  [
    "a thousand commands",
    { keys: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`c${i}`, []])) },
  ],
])("refuses %s", (_name, body) => {
  expect(changePreferencesInput.safeParse({ version: 1, ...body }).success).toBe(false);
});
