import { join } from "node:path";

/** Where this installation keeps its files: `STET_DATA_DIR`, else `.stet` in the folder it runs in. */
export function dataDir(): string {
  return process.env.STET_DATA_DIR || join(process.cwd(), ".stet");
}
