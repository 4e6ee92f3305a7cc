import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the process with a sentence where Node is older than what the libraries need. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Stet needs Node 20.19 or newer (24 is recommended); this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs from the lockfile unless node_modules is what package-lock.json says. A stamp inside node_modules, made after an
 * install that succeeded, holds the lockfile's hash; it vanishes with the folder, and an install that was cut
 * off leaves none.
 */
export async function ensureInstalled() {
  const lockfile = join(projectDir, "package-lock.json");
  const stamp = join(projectDir, "node_modules", ".stet-installed");
  if (!existsSync(lockfile)) return; // a packed installation, its node_modules already complete
  const hash = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  if (!matchesLockfile(lockfile)) {
    console.error("Installing the libraries (npm ci) …");
    const npm = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
      cwd: projectDir,
      stdio: ["ignore", 2, 2], // stdout belongs to the command
      shell: process.platform === "win32",
    });
    if (npm.status !== 0) {
      console.error("Stet could not install its libraries: see npm's message above.");
      process.exit(1);
    }
  }
  try {
    writeFileSync(stamp, hash);
  } catch {
    // A read-only installation is checked anew each time.
  }
}

/**
 * Whether somebody's own `npm install` or `npm ci` already made every folder the lockfile names, in its version.
 * npm's record inside node_modules is compared, so packages for other platforms are expected to be absent.
 */
function matchesLockfile(lockfile) {
  const record = join(projectDir, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile, "utf8")).packages);
  return wanted.every(([path, { version, optional, peer, devOptional }]) => {
    if (path === "") return true;
    if (path in installed) return installed[path].version === version;
    return Boolean(optional || devOptional || peer);
  });
}
