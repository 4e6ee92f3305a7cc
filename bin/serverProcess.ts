import { fork } from "node:child_process";
import { join } from "node:path";
import { projectDir } from "./install.mjs";
import { Refusal } from "./outcome";

/** A running web server. `ended` settles when it is gone, with its exit code. */
export type ServerProcess = { ended: Promise<number>; stop: () => Promise<void> };

/** After this many milliseconds a server that was asked to stop is killed. */
const PATIENCE = 3_500;

/** Starts the web server and resolves when it takes requests; rejects if it ends before. */
export async function startServerProcess(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = fork(join(projectDir, "bin", "server.mjs"), [], {
    cwd: projectDir,
    env,
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const stop = async () => {
    if (child.connected) child.send("stop");
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await ended;
    clearTimeout(timer);
  };
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Refusal(`the web server did not start (${code ?? "a signal"}).`)),
    );
  });
  return { ended, stop };
}
