import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/lib/db/generated/client";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

const attempts = 5;

/**
 * Opens a client on `url`. With `role` every connection takes that role, which has no right to change
 * the journal or revisions (see lib/db/roles.ts).
 */
export function openDatabase(url: string, role?: string): Database {
  const options = role ? `-c role=${role}` : undefined;
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 20, connectionTimeoutMillis: 5_000, options }),
  });
}

const shared = globalThis as typeof globalThis & { stetDatabase?: Database };

/** The process's one client, on DATABASE_URL. Kept on the global object so that hot reload does not open more. */
export function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start Stet with `npm start`.");
  shared.stetDatabase ??= openDatabase(url, process.env.STET_DATABASE_ROLE);
  return shared.stetDatabase;
}

/**
 * Runs `work` in one short transaction; tries again, with jitter, when Postgres reports a write conflict or deadlock.
 * `work` may run more than once: it must have no effect outside the transaction.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 10_000, timeout: 15_000 });
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

/** P2034: Prisma's code for a write conflict or deadlock; the driver's own report of one carries its kind. */
function isConflict(error: unknown): boolean {
  if (codeOf(error) === "P2034") return true;
  if (!(error instanceof Error) || error.name !== "DriverAdapterError") return false;
  const { cause } = error as { cause?: { kind?: string } };
  return cause?.kind === "TransactionWriteConflict";
}

/** P1001, P1002, P1008, P1017: not reached, or cut; P2024, P2037: no connection is free. */
const AWAY_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"];
const AWAY_KINDS = ["DatabaseNotReachable", "SocketTimeout", "ConnectionClosed", "TooManyConnections"];
/** What the driver says without a code of its own; 57P0x, 08xxx: Postgres stops, starts, or lost the connection. */
const AWAY_WORDS =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Unable to start a transaction/;
const AWAY_STATES = /^(57P0[1-3]|08...)$/;

/** Whether an error says nothing but that the database cannot be reached just now: later the same may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY_CODES.includes(codeOf(error)) || AWAY_WORDS.test(error.message)) return true;
  // Prisma keeps what the driver said of raw SQL beside its own code.
  const { driverAdapterError: driver = error } = ((error as { meta?: unknown }).meta ?? {}) as {
    driverAdapterError?: { cause?: unknown };
  };
  const { kind = "", code = "" } = (driver.cause ?? {}) as { kind?: string; code?: string };
  return AWAY_KINDS.includes(kind) || AWAY_STATES.test(code);
}

/** Whether an error is a broken unique constraint. P2002: "Unique constraint failed". */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "P2002";
}

/** Whether an error says that something referred to is not there. P2003: foreign key; P2025: record not found. */
export function isMissingReference(error: unknown): boolean {
  return ["P2003", "P2025"].includes(codeOf(error));
}

/** https://www.prisma.io/docs/orm/reference/error-reference */
function codeOf(error: unknown): string {
  return error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
}
