import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Account } from "@/bench/product/desk";

/** A product that runs, with the owner of its sample. */
export type Installation = {
  origin: string;
  owner: Account;
  /** Of the web server, where that can be known. */
  processId: number | null;
  stop(): Promise<void>;
};

const PATIENCE_MS = 300_000;

/**
 * Starts the product on a data folder and a port of its own, built for production if it is not yet. Leaves the data
 * folder in `STET_DATA_DIR`, where {@link loadArticle} finds it. With `STET_BENCH_URL` the product that runs there
 * is used, with its `STET_DATA_DIR`, and not stopped.
 */
export async function openInstallation(): Promise<Installation> {
  const running = process.env.STET_BENCH_URL;
  if (running) {
    return { origin: running, owner: await ownerIn(dataDir()), processId: null, stop: async () => {} };
  }
  process.env.STET_DATA_DIR = await mkdtemp(path.join(tmpdir(), "stet-bench-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: `${port}`, NEXTAUTH_URL: origin, DATABASE_URL: "", STET_DEMO: "1" };
  const server = spawn(process.execPath, ["bin/stet.mjs", "start"], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = async () => {
    await ended(server);
    await rm(dataDir(), { recursive: true, force: true });
  };
  try {
    await answering(origin, server);
    return { origin, owner: await ownerIn(dataDir()), processId: await childOf(server.pid ?? 0), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function dataDir(): string {
  const folder = process.env.STET_DATA_DIR;
  if (!folder) throw new Error("STET_BENCH_URL needs the STET_DATA_DIR of what runs there");
  return folder;
}

async function ownerIn(folder: string): Promise<Account> {
  const kept = JSON.parse(await readFile(path.join(folder, "sample-accounts.json"), "utf8"));
  const accounts: (Account & { role: string })[] = kept.accounts;
  const owner = accounts.find(({ role }) => role === "owner");
  if (!owner) throw new Error("The sample has no owner");
  return owner;
}

async function answering(origin: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && server.exitCode === null) {
    const isUp = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The product did not start");
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}

/** The web server is a child of the command that starts it. */
async function childOf(processId: number): Promise<number | null> {
  const file = `/proc/${processId}/task/${processId}/children`;
  const [child] = (await readFile(file, "utf8").catch(() => "")).split(" ").filter(Boolean);
  return child === undefined ? null : Number(child);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });
}
