// Begins a bench process of its own: TypeScript and the project's alias, then the measurement.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const here = dirname(fileURLToPath(import.meta.url));
register({ tsconfig: join(here, "..", "..", "tsconfig.json") });
await import(join(here, "measureFormat.ts"));
