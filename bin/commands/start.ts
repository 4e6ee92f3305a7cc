import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tryLock } from "@/lib/db/lockFile";
import { makeFirstSigningKey } from "../firstSigningKey";
import { ensureGenerated, isGenerated } from "../generate";
import { projectDir } from "../install.mjs";
import { startJobs } from "../jobs";
import { Refusal } from "../outcome";
import { build, isBuilt } from "../productionBuild";
import { step } from "../progress";
import { type ReadyDatabase, readyDatabase } from "../readyDatabase";
import { loadSample, type SampleAccount } from "../sample";
import { indexOlderTexts } from "../searchIndex";
import { startServerProcess } from "../serverProcess";
import { sessionSecret } from "../sessionSecret";
import { dataDir, publicAddress, servingHost, servingPort, worksOnJobs } from "../settings";

export const usage = `Usage: stet start [--dev]

Does what is missing (generate, database, migrations, sample dossier, build) and serves until Ctrl-C.

  --dev            with hot reload, without a build
  PORT             where to serve (3000); HOST: on which interface (127.0.0.1)
  DATABASE_URL     a Postgres of your own (15 or newer) in place of the built-in one
  STET_DATA_DIR    where data is kept (.stet)
  STET_DEMO=0      no sample dossier
  STET_WORKER=0    leave jobs (e-mail, webhooks) to "stet worker"
  NEXTAUTH_URL     the address that people use, if not http://localhost:PORT`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { dev: { type: "boolean", default: false } } });
  const port = servingPort();
  const address = publicAddress();
  const folder = dataDir();
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const lock = await tryLock(join(folder, "start.lock"), address);
  if ("heldBy" in lock) {
    throw new Refusal(`Stet is already running here: ${lock.heldBy.note} (process ${lock.heldBy.pid}).`);
  }
  try {
    await requireFreePort(port);
    return await prepareAndServe({ dev: values.dev, port, address, folder });
  } finally {
    await lock.release();
  }
}

type Serving = { dev: boolean; port: number; address: string; folder: string };

async function prepareAndServe(serving: Serving): Promise<number> {
  const interrupted = listenForSignals();
  const { signal } = interrupted;
  let database: ReadyDatabase | undefined;
  try {
    if (!isGenerated()) await step("Generating the database client", () => ensureGenerated(signal));
    signal.throwIfAborted();
    database = await step("Starting and migrating the database", readyDatabase);
    const { url, role, notice } = database;
    if (notice !== null) console.warn(notice);
    signal.throwIfAborted();
    await step("Making older texts findable", () => indexOlderTexts(url, role));
    signal.throwIfAborted();
    await step("Looking for the signing key", () => makeFirstSigningKey(url, role));
    signal.throwIfAborted();
    const accounts = await step("Looking for the sample dossier", () => loadSample(url, serving.folder));
    signal.throwIfAborted();
    if (!serving.dev && !isBuilt()) await step("Building (this takes a minute)", () => build(signal));
    signal.throwIfAborted();
    const secret = await sessionSecret(serving.folder);
    // Jobs sign with it too (links in e-mail), in this process.
    Object.assign(process.env, { NEXTAUTH_URL: serving.address, NEXTAUTH_SECRET: secret });
    return await serve(serving, accounts, signal, { url, role });
  } catch (error) {
    if (signal.aborted) return 130;
    throw error;
  } finally {
    await database?.release();
    interrupted.forget();
  }
}

/** Serves until a signal comes (0) or the server ends by itself (1). */
async function serve(
  serving: Serving,
  accounts: SampleAccount[],
  signal: AbortSignal,
  database: Pick<ReadyDatabase, "url" | "role">,
): Promise<number> {
  const { dev, port, address } = serving;
  const environment = {
    // With DATABASE_URL, STET_DATABASE_ROLE and STET_DATA_DIR from readyDatabase, and the address and secret.
    ...process.env,
    NODE_ENV: dev ? ("development" as const) : ("production" as const),
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: servingHost(),
    STET_VERSION: await version(),
  };
  const server = await step("Starting the server", () => startServerProcess(environment));
  const stopped = new Promise<"stopped">((resolve) => {
    if (signal.aborted) resolve("stopped");
    signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
  const jobs = worksOnJobs() && !signal.aborted ? await startJobs(database.url, database.role) : undefined;
  if (!signal.aborted) printWelcome(address, accounts);
  const first = await Promise.race([stopped, server.ended]);
  if (first !== "stopped") {
    await jobs?.stop();
    console.error(`The web server ended by itself (${first}).`);
    return 1;
  }
  console.log("\nStopping …");
  await Promise.all([server.stop(), jobs?.stop()]);
  return 0;
}

function printWelcome(address: string, accounts: SampleAccount[]): void {
  console.log(`\nStet is ready at ${address}   (Ctrl-C stops it)\n`);
  if (accounts.length === 0) return;
  console.log("Sample accounts:");
  const wide = (key: "role" | "email") => Math.max(...accounts.map((account) => account[key].length));
  for (const { role, email, password } of accounts) {
    console.log(`  ${role.padEnd(wide("role"))}  ${email.padEnd(wide("email"))}  ${password}`);
  }
  console.log("");
}

/** SIGINT, SIGTERM and SIGHUP become one abort; the terminal and npm may both send the same one. */
function listenForSignals(): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, abort);
  process.stdout.on("error", abort); // the terminal is gone
  return {
    signal: controller.signal,
    forget: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}

async function requireFreePort(port: number): Promise<void> {
  const free = await new Promise<boolean>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(new Refusal(`Stet cannot serve on ${servingHost()}:${port}: ${error.message}.`));
    });
    probe.listen(port, servingHost(), () => probe.close(() => resolve(true)));
  });
  if (!free)
    throw new Refusal(`Port ${port} is in use by another program: choose one, as in PORT=3001 npm start.`);
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(projectDir, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}
