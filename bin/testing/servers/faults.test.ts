import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnnotations } from "@/lib/annotations/togetherCommands";
import { addArticle } from "@/lib/articles/commands";
import { type Context, scopes } from "@/lib/auth/caller";
import { createToken } from "@/lib/auth/tokens";
import { type Database, openDatabase } from "@/lib/db/client";
import { type AcquiredDatabase, acquireEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { APP_ROLE, ensureRoles } from "@/lib/db/roles";
import { createDossier } from "@/lib/dossiers/commands";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { brokenAt } from "@/lib/journal/chain";
import { entriesAfter } from "@/lib/journal/tail";
import { callJson } from "@/lib/testing/nodeWorld";
import { projectDir } from "../../install.mjs";
import { type Follower, follower } from "./followers";
import { ensureBuilt, type ServerUnderTest, serverUnderTest } from "./serverUnderTest";

/**
 * How often each fault happens. `STET_FAULTS=full` is the size the product promises; the suite's own is for every day.
 * A Postgres of its own, durable as in production: what it has acknowledged must outlive its being stopped hard.
 */
const size =
  process.env.STET_FAULTS === "full"
    ? { kills: 50, stops: 50, restarts: 20, pairs: 1_000 }
    : { kills: 2, stops: 2, restarts: 2, pairs: 25 };
const WRITERS = 6;
const CLIENTS = 4;
const SLOW = 3_600_000;

let folder: string;
let database: AcquiredDatabase;
let db: Database;
let server: ServerUnderTest;
let owner: Context;
let header: string;
let dossierId: string;
let annotations: { id: string; version: number }[];

const sentence = "The ministry said that 490 people were freed. ";

beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), "stet-faults-"));
  database = await acquireEmbedded(folder, true);
  await migrate(database.url, projectDir);
  await ensureRoles(database.url);
  db = openDatabase(database.url, APP_ROLE);
  const person = { id: uuidv7(), email: "faults@test.example", name: "Faults", passwordHash: "none" };
  await db.user.create({ data: person });
  owner = { db, caller: { ...person, isAdmin: false, inPerson: true, scopes } };
  ({ id: dossierId } = await createDossier(owner, { title: "Faults" }));
  const count = size.pairs;
  const text = sentence.repeat(count);
  const article = await addArticle(owner, { dossierId, title: "One", text, paragraphs: "line" });
  const exact = sentence.slice(0, 20);
  annotations = [];
  for (let from = 0; from < count; from += 500) {
    const items = Array.from({ length: Math.min(500, count - from) }, (_, i) => {
      const start = (from + i) * sentence.length;
      return { articleId: article.id, start, end: start + exact.length, exact, kind: "claim" as const };
    });
    annotations.push(...(await createAnnotations(owner, { dossierId, items })).items);
  }
  const token = { userId: person.id, name: "test", scopes: ["read", "write"] as const, days: 1 };
  header = `Bearer ${(await createToken(db, token)).secret}`;
  server = await serverUnderTest(database.url, "web server");
  await server.start();
}, 900_000);

afterAll(async () => {
  await server?.close();
  await db?.$disconnect();
  await database?.release();
  if (folder) await rm(folder, { recursive: true, force: true });
}, 120_000);

/** Writers that write until they are told to stop; each says again, with the same id, what was not acknowledged. */
function load() {
  const acknowledged: string[] = [];
  let isOver = false;
  const on = { type: "annotation", id: annotations[0]?.id };
  const writer = async () => {
    while (!isOver) {
      const id = uuidv7();
      const comment = { id, on, body: `What ${id} says` };
      for (;;) {
        const path = `${server.origin}/api/dossiers/${dossierId}/comments`;
        const { status } = await callJson("POST", path, header, comment);
        if (status === 201 || status === 200) break;
        if (status >= 400 && status < 500) throw new Error(`A write was refused with ${status}`);
        await pause(20);
      }
      acknowledged.push(id);
    }
  };
  const writers = Array.from({ length: WRITERS }, writer);
  return {
    acknowledged,
    async more(count: number) {
      const target = acknowledged.length + count;
      while (acknowledged.length < target) await pause(5);
    },
    async stop() {
      isOver = true;
      await Promise.all(writers);
    },
  };
}

/** Every acknowledged write is there once, the journal has no gap and its chain is whole, all clients say the same. */
async function expectNothingLost(
  acknowledged: readonly string[],
  clients: readonly Follower[],
): Promise<void> {
  const journal = await entriesAfter(db, dossierId, 0, 1_000_000);
  expect(brokenAt(journal)).toBeNull();
  const created = journal.flatMap((entry) => (entry.type === "comment.created" ? [entry.subject.id] : []));
  expect(new Set(created).size).toBe(created.length);
  const known = new Set(created);
  expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
  const state = await readDossierState(owner, { dossierId });
  expect(state.seq).toBe(journal.length);
  await Promise.all(clients.map((client) => client.reached(state.seq)));
  for (const client of clients) {
    expect(client.missed()).toBe(0);
    expect(client.state()).toEqual(state);
    client.stop();
  }
}

const open = () => {
  return Promise.all(Array.from({ length: CLIENTS }, () => follower(() => server.origin, dossierId, header)));
};

test(`the server killed under load, ${size.kills} times: nothing acknowledged is lost or doubled`, {
  timeout: SLOW,
}, async () => {
  const clients = await open();
  const writing = load();
  for (let i = 0; i < size.kills; i++) {
    await writing.more(20);
    await server.kill();
    await server.start();
  }
  await writing.more(20);
  await writing.stop();
  await expectNothingLost(writing.acknowledged, clients);
});

test(`Postgres stopped hard under load, ${size.stops} times: nothing acknowledged is lost or doubled`, {
  timeout: SLOW,
}, async () => {
  const clients = await open();
  const writing = load();
  for (let i = 0; i < size.stops; i++) {
    await writing.more(20);
    await stopPostgresHard();
    const again = await acquireEmbedded(folder, true);
    expect(again.url).toBe(database.url);
    await again.release();
  }
  await writing.more(20);
  await writing.stop();
  await db.$disconnect();
  db = openDatabase(database.url, APP_ROLE);
  owner = { ...owner, db };
  await expectNothingLost(writing.acknowledged, clients);
});

test(`the server restarted in order, ${size.restarts} times, with streams open: no entry is missed`, {
  timeout: SLOW,
}, async () => {
  const clients = await open();
  const writing = load();
  for (let i = 0; i < size.restarts; i++) {
    await writing.more(10);
    await server.stop();
    await server.start();
  }
  await writing.more(10);
  await writing.stop();
  await expectNothingLost(writing.acknowledged, clients);
});

test(`of two who change one annotation at once, one succeeds and one is told: ${size.pairs} pairs`, {
  timeout: SLOW,
}, async () => {
  for (let from = 0; from < annotations.length; from += 20) {
    const some = annotations.slice(from, from + 20);
    const outcomes = await Promise.all(
      some.map(async ({ id, version }) => {
        const edit = (note: string) =>
          callJson("PATCH", `${server.origin}/api/annotations/${id}`, header, { version, note });
        const answers = await Promise.all([edit("one"), edit("other")]);
        return answers.map(({ status }) => status).sort();
      }),
    );
    expect(outcomes).toEqual(some.map(() => [200, 409]));
  }
});

/** As `pg_ctl stop -m immediate`: SIGQUIT ends every process of the server at once; the next start recovers. */
async function stopPostgresHard(): Promise<void> {
  const place = await readFile(join(folder, "postgres-place"), "utf8").then(
    (named) => named.trim(),
    () => folder,
  );
  const file = join(place, "postgres", "postmaster.pid");
  const pid = Number((await readFile(file, "utf8")).split("\n")[0]);
  process.kill(pid, "SIGQUIT");
  while (await lives(pid)) await pause(10);
}

async function lives(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return status !== "" && !/\) Z /.test(status);
}
