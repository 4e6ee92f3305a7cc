import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";

/** How many attempts in how many seconds, by whom. */
const limits = {
  "sign-in-account": { points: 20, duration: 15 * 60 },
  "sign-in-address": { points: 100, duration: 15 * 60 },
  verify: { points: 30, duration: 60 },
  setup: { points: 10, duration: 15 * 60 },
} as const;

export type LimitName = keyof typeof limits;

const limiters = new WeakMap<Database, Map<LimitName, RateLimiterPostgres>>();

/**
 * Counts one attempt, across all server processes. `who` is hashed: the table names nobody.
 * @throws Refusal `rate_limited` with the seconds to wait
 */
export async function countAttempt(db: Database, limit: LimitName, who: string): Promise<void> {
  try {
    await limiter(db, limit).consume(keyOf(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw new Refusal("rate_limited", "Too many attempts. Wait a little and try again.", {
      retryAfterSeconds,
    });
  }
}

/** Takes an attempt back that turned out well; with `all`, every one of them. */
export async function forgiveAttempt(
  db: Database,
  limit: LimitName,
  who: string,
  all = false,
): Promise<void> {
  const it = limiter(db, limit);
  await (all ? it.delete(keyOf(who)) : it.reward(keyOf(who), 1));
}

function limiter(db: Database, limit: LimitName): RateLimiterPostgres {
  const mine = limiters.get(db) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(db, mine);
  const made = mine.get(limit) ?? open(db, limit);
  mine.set(limit, made);
  return made;
}

function open(db: Database, limit: LimitName): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: asPostgresClient(db),
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: limit,
    ...limits[limit],
  });
}

type Query = { text: string; values: unknown[] };

/** The limiter speaks to a `pg` client; ours is Prisma, whose pool and role it shares this way. */
function asPostgresClient(db: Database) {
  return {
    async query({ text, values }: Query) {
      const found = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      // The limiter calculates with `expire`, which Prisma gives as a BigInt.
      const rows = found.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) }));
      return { rows, rowCount: rows.length };
    },
  };
}

function keyOf(who: string): string {
  return createHash("sha256").update(who).digest("base64url");
}
