import { connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { inTransaction, isDatabaseAway, openDatabase } from "./client";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A wire to the database that can be cut. */
async function wire() {
  const { hostname, port } = new URL(database.url);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on("error", () => {});
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(database.url);
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  const cut = () => {
    server.close();
    for (const end of ends) end.destroy();
  };
  return { url: url.href, cut };
}

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test("a database that went away is told from a mistake", async () => {
  const { url, cut } = await wire();
  const db = openDatabase(url);
  const mistake = await thrownBy(db.$queryRaw`SELECT 1 / 0`);
  const ended = await thrownBy(db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  const inside = await thrownBy(
    inTransaction(db, async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one`;
      cut();
      await tx.$queryRaw`SELECT 2 AS two`;
    }),
  );
  const outside = await thrownBy(db.$queryRaw`SELECT 1 AS one`);
  const begun = await thrownBy(inTransaction(db, (tx) => tx.$queryRaw`SELECT 1 AS one`));
  const model = await thrownBy(db.user.findFirst());
  expect(isDatabaseAway(mistake)).toBe(false);
  for (const error of [ended, inside, outside, begun, model]) expect(isDatabaseAway(error)).toBe(true);
  await db.$disconnect();
});
