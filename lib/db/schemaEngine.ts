import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
// The package's own entry imports the .wasm file as a module, which Node cannot do: this is the part behind it.
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** The parts of Prisma's schema engine that Stet uses. Shapes are documented in the package's own types. */
export type SchemaEngine = Awaited<ReturnType<typeof glue.SchemaEngine.new>>;

let loading: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly (the native engine is a download that many machines cannot make),
 * on the database at `url`, or with `null` on none: then only `diff` between two schemas can be asked.
 */
export async function openSchemaEngine(
  url: string | null,
): Promise<{ engine: SchemaEngine; close: () => Promise<void> }> {
  loading ??= load();
  await loading;
  const pool = url === null ? null : new pg.Pool({ connectionString: url, max: 2 });
  const factory = pool === null ? noDatabase : onPool(pool);
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await pool?.end();
    },
  };
}

/**
 * Prisma's adapter cuts scripts at every semicolon, also inside the bodies of functions. Sent whole, as the
 * native engine does it, Postgres runs a script as one transaction: a migration happens or it does not.
 */
function onPool(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The engine asks its database for the version before anything else, even for what needs no database. */
const noDatabaseAdapter: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 15.0", 150000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => {},
};

const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => noDatabaseAdapter,
  connectToShadowDb: async () => noDatabaseAdapter,
};

async function refuse(): Promise<never> {
  throw new Error("The schema engine was opened without a database.");
}
