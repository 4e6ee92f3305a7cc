import { execFile, spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Ids to run Postgres under; undefined means: as ourselves. */
export type ServerUser = { uid: number; gid: number } | undefined;

/**
 * Postgres refuses to run as root, so root lends it another user: the owner of the existing cluster, else the
 * system's `postgres`, made if absent.
 */
export async function serverUser(existingCluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(existingCluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = await lookUp("postgres");
  if (found !== null) return found;
  const created = await create("postgres");
  if (created !== null) return created;
  throw new Error(
    "Postgres does not run as root, and the system user “postgres” could not be made. " +
      "Start Stet as an ordinary user, or give it a database with DATABASE_URL.",
  );
}

/** Whether that user may do `flag` of test(1) (x, r, w, d) with `path`: asked of the system, so ACLs count too. */
export function mayUse(user: ServerUser, flag: "x" | "r" | "w", path: string): boolean {
  if (user === undefined) return true;
  return spawnSync("test", [`-${flag}`, path], { ...user, cwd: "/" }).status === 0;
}

async function lookUp(name: string): Promise<ServerUser | null> {
  try {
    const uid = Number((await execute("id", ["-u", name])).stdout);
    const gid = Number((await execute("id", ["-g", name])).stdout);
    return { uid, gid };
  } catch {
    return null;
  }
}

async function create(name: string): Promise<ServerUser | null> {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]],
    ["adduser", ["-S", "-D", "-H", name]], // BusyBox
  ];
  for (const [command, args] of ways) {
    const done = await execute(command, args).then(
      () => true,
      () => false,
    );
    if (done) return lookUp(name);
  }
  return null;
}
