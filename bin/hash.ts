import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { projectDir } from "./install.mjs";

/**
 * One hash (hex) over files and folders of the project, their names and contents. Tests and generated code do
 * not count; what is absent counts as absent.
 */
export function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, join(projectDir, path));
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (name !== "generated" && !/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name));
    }
    return;
  }
  hash.update(`${relative(projectDir, path)}\0${found.size}\0`).update(readFileSync(path));
}
