import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A process that can be told from a later one with the same id. */
export type ProcessMark = { pid: number; started: string };

/**
 * When the process with this id started, in a form that is only good for comparing; null when none lives.
 * On Linux that is the boot and the clock tick, elsewhere the second; on Windows ids alone must do.
 */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") return startOnLinux(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  if (process.platform === "win32") return "alive";
  const { stdout } = await execute("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.trim() || null;
}

/** This process, as others can recognise it. */
export async function thisProcess(): Promise<ProcessMark> {
  return { pid: process.pid, started: (await startOf(process.pid)) ?? "" };
}

/** Whether that very process still lives: not merely one that got its id after it. */
export async function lives({ pid, started }: ProcessMark): Promise<boolean> {
  return (await startOf(pid)) === started;
}

/** The command line of a process, "" when it has none or cannot be seen. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (process.platform === "win32") return "";
  const { stdout } = await execute("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout;
}

async function startOnLinux(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  // The second field is the command in brackets, which may hold anything: count from behind its end (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, ticks] = [fields[0], fields[19]];
  if (state === "Z" || state === "X" || ticks === undefined) return null;
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()}/${ticks}`;
}
