import { spawn } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { commandOf, startOf } from "@/lib/db/processes";
import type { ServerUser } from "@/lib/db/serverUser";

/** One Postgres data folder and what it takes to run it. `native` holds bin/, lib/ and share/. */
export type Cluster = { folder: string; native: string; user: ServerUser };

/** The superuser of every embedded cluster. */
export const CLUSTER_OWNER = "stet";

export async function clusterExists({ folder }: Cluster): Promise<boolean> {
  return (await stat(join(folder, "PG_VERSION")).catch(() => null)) !== null;
}

/**
 * Makes an empty cluster (initdb). It is built aside and renamed, so one that was cut off never looks finished.
 * The same locale everywhere means the same order of words everywhere; macOS lacks C.UTF-8.
 */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  const { folder, user } = cluster;
  const unfinished = `${folder}.new`;
  const passwordFile = join(dirname(folder), ".initial-password");
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { flag: "wx", mode: 0o600 });
  try {
    if (user !== undefined) {
      await chown(unfinished, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    await run(cluster, "initdb", [
      `--pgdata=${unfinished}`,
      `--username=${CLUSTER_OWNER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
      "--lc-messages=C",
      "--no-instructions",
    ]);
    await rename(unfinished, folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Whether a server runs on this folder, whoever started it. */
export async function isRunning(cluster: Cluster): Promise<boolean> {
  if (!(await forgetDeadServer(cluster))) return false;
  return run(cluster, "pg_ctl", ["status", "-D", cluster.folder]).then(
    () => true,
    () => false,
  );
}

/**
 * Starts the server on 127.0.0.1 and returns when it takes connections. `durable: false` gives up safety
 * against power cuts for speed: for tests only.
 */
export async function startServer(cluster: Cluster, port: number, durable: boolean): Promise<void> {
  const log = join(cluster.folder, "server.log");
  await rename(log, `${log}.1`).catch(() => {});
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "logging_collector=off",
  ];
  if (!durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const options = settings.map((setting) => `-c ${setting}`).join(" ");
  const args = ["start", "-w", "-t", "60", "-D", cluster.folder, "-l", log, "-o", options];
  await run(cluster, "pg_ctl", args).catch(async (error: Error) => {
    const tail = (await readFile(log, "utf8").catch(() => "")).split("\n").slice(-12).join("\n").trim();
    throw new Error(`${error.message}\n${tail}`);
  });
}

/** Stops the server: sessions are ended and everything written; by force if that takes over ten seconds. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    run(cluster, "pg_ctl", ["stop", "-w", "-t", "10", "-m", mode, "-D", cluster.folder]);
  try {
    await stop("fast");
  } catch (error) {
    if (!(await isRunning(cluster))) return;
    await stop("immediate").catch(() => {
      throw error;
    });
  }
}

/**
 * After a power cut or in a new container, postmaster.pid may name a process that is now something else; both
 * pg_ctl and postgres would take it for a running server. Tells whether a postmaster.pid remains.
 */
async function forgetDeadServer({ folder }: Cluster): Promise<boolean> {
  const file = join(folder, "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if ((await startOf(pid)) !== null) {
    const command = await commandOf(pid);
    if (command === "" || command.includes("postgres")) return true; // unknown: leave the judgement to Postgres
  }
  await rm(file, { force: true });
  return false;
}

/** Nothing of ours: the server outlives us, and its environment can be read by its user. */
const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV, // Next's types demand it
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TZ: "UTC",
  LC_ALL: "C",
};

/** Runs one of Postgres's programs as the server's user; rejects with what it said. */
function run({ native, user }: Cluster, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(native, "bin", program), args, {
      ...user,
      cwd: user === undefined ? undefined : "/", // our own folder may be closed to that user
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // the terminal's Ctrl-C is for us, who then stop the server in order
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    // "exit", not "close": the server that pg_ctl leaves behind may keep the pipes open
    child.on("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code ?? "a signal"}: ${said.trim()}`));
    });
  });
}
