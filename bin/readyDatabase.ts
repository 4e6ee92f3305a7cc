import { acquireDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { APP_ROLE, ensureRoles } from "@/lib/db/roles";
import { projectDir } from "./install.mjs";
import { dataDir } from "./settings";

/**
 * `url`: for `openDatabase(url, role)`; `role` is undefined where the database does not let us have one, and then
 * `notice` says so. `release` must be called at the end, also after errors: the last holder's stops the built-in
 * server.
 */
export type ReadyDatabase = {
  url: string;
  role: string | undefined;
  notice: string | null;
  release: () => Promise<void>;
};

/**
 * The database of this installation (`DATABASE_URL`, else the built-in one, started if need be), migrated and
 * with its role. Sets DATABASE_URL, STET_DATABASE_ROLE and STET_DATA_DIR of this process, so that
 * `database()` of lib/db/client works from here on.
 */
export async function readyDatabase(): Promise<ReadyDatabase> {
  const folder = dataDir();
  const { url, release } = await acquireDatabase(folder);
  try {
    await migrate(url, projectDir);
    const { inForce, notice } = await ensureRoles(url);
    const role = inForce ? APP_ROLE : undefined;
    process.env.DATABASE_URL = url;
    process.env.STET_DATA_DIR = folder;
    if (role !== undefined) process.env.STET_DATABASE_ROLE = role;
    return { url, role, notice, release };
  } catch (error) {
    await release();
    throw error;
  }
}
