import type { z } from "zod";
import { addressOf } from "@/lib/auth/address";
import { countAttempt } from "@/lib/auth/rateLimits";
import { createFirstAdmin, type newUserInput, type User } from "@/lib/auth/users";
import type { Database } from "@/lib/db/client";
import { describeApi } from "@/lib/http/openapi";
import { attestedKeys } from "@/lib/reviews/signingKeys";
import about from "@/package.json";

/** Whether the database answers. */
export async function readHealth(db: Database) {
  const database = await db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return { ok: database, database, version: about.version };
}

/** The public keys for whoever wants to verify an export by themselves. */
export async function readSigningKeys(db: Database) {
  const keys = await attestedKeys(db);
  return { items: keys.map((key) => ({ ...key, algorithm: "Ed25519" as const })) };
}

let description: Record<string, unknown> | undefined;

export async function readDescription() {
  description ??= describeApi(about.version);
  return description;
}

export async function setUp(
  db: Database,
  input: z.output<typeof newUserInput>,
  request: Request,
): Promise<User> {
  await countAttempt(db, "setup", addressOf(request.headers));
  return createFirstAdmin(db, input);
}
