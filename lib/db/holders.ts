import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lives, type ProcessMark, thisProcess } from "@/lib/db/processes";

/**
 * Who uses the embedded server: one small file each in `<place>/holders`. Call these only while holding the
 * place's lock. Returns the path of the new file.
 */
export async function addHolder(place: string): Promise<string> {
  const folder = join(place, "holders");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${process.pid}-${randomUUID()}`);
  await writeFile(path, JSON.stringify(await thisProcess()), { mode: 0o600 });
  return path;
}

/** Removes a holder and whatever dead processes left behind; tells how many live holders remain. */
export async function removeHolder(place: string, path: string): Promise<number> {
  await rm(path, { force: true });
  const folder = join(place, "holders");
  let living = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if (await isLive(file)) living += 1;
    else await rm(file, { force: true });
  }
  return living;
}

async function isLive(file: string): Promise<boolean> {
  try {
    return await lives(JSON.parse(await readFile(file, "utf8")) as ProcessMark);
  } catch {
    return false; // half-written by a process that was killed
  }
}
