import { spawn } from "node:child_process";
import { projectDir } from "./install.mjs";

/**
 * Runs a Node script of node_modules to its end without showing its output; rejects with that output if it
 * fails. `signal` ends it early.
 */
export function runProgram(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectDir,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ${args.join(" ")} ended with ${code ?? "a signal"}:\n${said.trim()}`));
    });
  });
}
