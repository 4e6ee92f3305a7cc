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
