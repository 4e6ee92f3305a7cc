import { isAbsolute, join, resolve } from "node:path";
import { projectDir } from "./install.mjs";
import { Refusal } from "./outcome";

/** The data folder: `STET_DATA_DIR`, else `.stet` in the project. Absolute. */
export function dataDir(): string {
  const given = process.env.STET_DATA_DIR;
  if (given === undefined || given === "") return join(projectDir, ".stet");
  return isAbsolute(given) ? given : resolve(given);
}

/** The port to serve on: `PORT`, else 3000. Refuses what is no port. */
export function servingPort(): number {
  const given = process.env.PORT;
  if (given === undefined || given === "") return 3000;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refusal(`PORT is "${given}", which is no port number.`);
}

/** The interface to serve on: `HOST`, else this machine only. A container or a server on a network sets 0.0.0.0. */
export function servingHost(): string {
  return process.env.HOST || "127.0.0.1";
}

/** The address that people use: `NEXTAUTH_URL`, else this machine's. */
export function publicAddress(): string {
  return process.env.NEXTAUTH_URL || `http://localhost:${servingPort()}`;
}

/** Whether the server's process also works on jobs: not with `STET_WORKER=0`. */
export function worksOnJobs(): boolean {
  return process.env.STET_WORKER !== "0";
}
