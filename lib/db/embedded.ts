import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { postgresBinaries, REACHABLE_PLACE } from "@/lib/db/binaries";
import {
  CLUSTER_OWNER,
  type Cluster,
  clusterExists,
  createCluster,
  isRunning,
  startServer,
  stopServer,
} from "@/lib/db/cluster";
import { addHolder, removeHolder } from "@/lib/db/holders";
import { withLock } from "@/lib/db/lockFile";
import { mayUse, type ServerUser, serverUser } from "@/lib/db/serverUser";

/** A database to work with, and the promise to say when done: the last holder's release stops the server. */
export type AcquiredDatabase = { url: string; release: () => Promise<void> };

/** Kept in `<place>/database.json`, readable by its owner only. */
type Secrets = { password: string; port: number };

/**
 * The database of a data folder: `DATABASE_URL` if that is set, else the built-in Postgres, created and started
 * if it is not running. Several processes may hold it at once; one that is killed without releasing leaves the
 * server running for the next to adopt. `durable: false` (no fsync) is for tests.
 */
export async function acquireDatabase(
  dataDir: string,
  options: { durable?: boolean } = {},
): Promise<AcquiredDatabase> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== "") return { url: given, release: async () => {} };
  return acquireEmbedded(dataDir, options.durable ?? true);
}

/** The built-in Postgres of a data folder, whatever the environment says. */
export async function acquireEmbedded(dataDir: string, durable: boolean): Promise<AcquiredDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const data = await realpath(dataDir);
  const user = await serverUser(join(data, "postgres"));
  const place = await findPlace(data, user);
  const cluster: Cluster = { folder: join(place, "postgres"), native: await postgresBinaries(user), user };
  const lock = join(place, "database.lock");
  const { url, holder } = await withLock(lock, async () => {
    const secrets = await ensureRunning(cluster, place, durable);
    return { url: await ensureDatabase(secrets), holder: await addHolder(place) };
  });
  const release = () =>
    withLock(lock, async () => {
      if ((await removeHolder(place, holder)) === 0) await stopServer(cluster);
    });
  let released: Promise<void> | undefined;
  return { url, release: () => (released ??= release()) };
}

/**
 * Where the cluster lies: in the data folder, or where the user that runs Postgres cannot reach that (a project
 * under root's closed home), in a place of its own, which a file in the data folder then names.
 */
async function findPlace(data: string, user: ServerUser): Promise<string> {
  const pointer = join(data, "postgres-place");
  const named = await readFile(pointer, "utf8").catch(() => null);
  if (named !== null) return named.trim();
  if (user === undefined) return data;
  if (mayUse(user, "x", data)) return data;
  const key = createHash("sha256").update(data).digest("hex").slice(0, 16);
  const place = join(REACHABLE_PLACE, key);
  await mkdir(place, { recursive: true, mode: 0o711 });
  await chmod(REACHABLE_PLACE, 0o755); // mkdir's mode is cut by the umask
  await chmod(place, 0o711);
  await writeFile(pointer, `${place}\n`);
  return place;
}

async function ensureRunning(cluster: Cluster, place: string, durable: boolean): Promise<Secrets> {
  const file = join(place, "database.json");
  const save = (value: Secrets) => writeFile(file, JSON.stringify(value), { mode: 0o600 });
  if (!(await clusterExists(cluster))) {
    const fresh = { password: randomBytes(24).toString("base64url"), port: await freePort() };
    await save(fresh);
    await createCluster(cluster, fresh.password);
  }
  const secrets = JSON.parse(await readFile(file, "utf8")) as Secrets;
  if (await isRunning(cluster)) return secrets;
  for (let attempt = 1; ; attempt += 1) {
    const port = attempt === 1 && (await isFree(secrets.port)) ? secrets.port : await freePort();
    if (port !== secrets.port) await save(Object.assign(secrets, { port }));
    try {
      await startServer(cluster, port, durable);
      return secrets;
    } catch (error) {
      // A killed server's last processes hold its memory for a moment; a port may have been taken meanwhile.
      if (attempt === 5) throw error;
      await pause(500);
    }
  }
}

/** Makes the database `stet` on first use. */
async function ensureDatabase({ password, port }: Secrets): Promise<string> {
  const url = (database: string) => `postgresql://${CLUSTER_OWNER}:${password}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'stet'");
    if (found.rowCount === 0) await client.query("CREATE DATABASE stet");
  } finally {
    await client.end();
  }
  return url("stet");
}

function freePort(): Promise<number> {
  return listen(0);
}

async function isFree(port: number): Promise<boolean> {
  return listen(port).then(
    () => true,
    () => false,
  );
}

/** Opens and closes a listening socket on 127.0.0.1; resolves to its port. */
function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
