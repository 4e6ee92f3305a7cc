import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLock } from "@/lib/db/lockFile";
import { APP_ROLE } from "@/lib/db/roles";
import { projectDir } from "../../install.mjs";
import { build, isBuilt } from "../../productionBuild";

/** A server process of the production build, as `stet start` runs it, on a database that is given. */
export type ServerUnderTest = {
  origin: string;
  /** Starts it (again), on the same port; resolves when it answers. */
  start(): Promise<void>;
  /** Ends the web server as a power cut would: nothing is finished, nobody is told. */
  kill(): Promise<void>;
  /** Ends it in order: its streams are cut, their clients come back. */
  stop(): Promise<void>;
  /** Ends it in order and removes its folder. */
  close(): Promise<void>;
};

const PATIENCE_MS = 120_000;
const secret = "a secret that server processes share";

/** Builds for production unless today's sources are built; one process builds, others wait. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  await withLock(join(projectDir, ".next-build.lock"), async () => isBuilt() || (await build()), 600_000);
}

/**
 * Prepares a server process on a port and data folder of its own.
 *
 * @param url the database, migrated; every process with the same one serves the same dossiers
 * @param program `stet start`, or only the web server that it starts: for who starts it again and again
 */
export async function serverUnderTest(
  url: string,
  program: "command" | "web server" = "command",
): Promise<ServerUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "stet-server-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production" as const, VITEST: "", NODE_OPTIONS: "" },
    ...{ DATABASE_URL: url, STET_DATA_DIR: folder, STET_DEMO: "0", NEXTAUTH_SECRET: secret },
    ...{ PORT: String(port), HOST: "127.0.0.1", NEXTAUTH_URL: origin, STET_DATABASE_ROLE: APP_ROLE },
  };
  let said = "";
  let running: ChildProcess | null = null;

  const start = async () => {
    const args = program === "command" ? ["bin/stet.mjs", "start"] : ["bin/server.mjs"];
    // The web server ends when the channel to whoever started it does.
    const child = spawn(process.execPath, args, {
      cwd: projectDir,
      env,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    running = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        said = (said + chunk).slice(-4_000);
      });
    }
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && child.exitCode === null) {
      const isUp = await fetch(`${origin}/api/health`)
        .then(({ ok }) => ok)
        .catch(() => false);
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server did not start:\n${said}`);
  };
  const gone = (child: ChildProcess) => {
    return new Promise<void>((resolve) =>
      child.exitCode === null ? child.once("exit", () => resolve()) : resolve(),
    );
  };
  const end = async (signal: NodeJS.Signals) => {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null) return;
    // The web server is the command's child; the command notices that it is gone and ends.
    const web = signal === "SIGKILL" && program === "command" ? await childrenOf(child.pid ?? 0) : [];
    for (const pid of web) process.kill(pid, signal);
    if (signal !== "SIGKILL" || web.length === 0) child.kill(signal);
    await gone(child);
  };
  return {
    origin,
    start,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    async close() {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter(Boolean).map(Number);
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
