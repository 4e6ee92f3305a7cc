import { RateLimiterMemory } from "rate-limiter-flexible";
import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { Refusal } from "@/lib/http/refusal";
import { PRESENCE_CHANNEL, type PresenceNotice, writePresenceNotice } from "./notice";
import { EXPIRY_MS, type leaveInput, type presenceInput } from "./schema";

/**
 * Far more than a person's windows say (some seven a second while selecting). Counted in this process alone: what is
 * to be kept off is a program that runs wild, and nothing of presence goes into a table.
 */
const limiter = new RateLimiterMemory({ points: 200, duration: 10 });

/**
 * Tells everyone in the dossier where the caller is, until {@link EXPIRY_MS} after the last word. Viewers too:
 * whoever may read may be seen. Nothing is stored.
 * @throws Refusal `not_found` when the dossier is not the caller's, `rate_limited`
 */
export async function setPresence(
  context: Context,
  { dossierId, tab, where, selection, caret }: z.output<typeof presenceInput>,
): Promise<{ tab: string; expiresInMs: number }> {
  const { id: userId } = context.caller;
  await countWord(userId);
  await requireReader(context, dossierId);
  const here = { userId, tab: tab ?? userId, where, selection, caret };
  await notice(context, { dossierId, here });
  return { tab: here.tab, expiresInMs: EXPIRY_MS };
}

/** Says that a window of the caller's is gone, without waiting until it is missed. */
export async function leavePresence(
  context: Context,
  { dossierId, tab }: z.output<typeof leaveInput>,
): Promise<{ tab: string }> {
  const { id: userId } = context.caller;
  await countWord(userId);
  await requireReader(context, dossierId);
  const gone = { userId, tab: tab ?? userId };
  await notice(context, { dossierId, gone });
  return { tab: gone.tab };
}

async function notice({ db }: Context, said: PresenceNotice): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${PRESENCE_CHANNEL}, ${writePresenceNotice(said)})`;
}

async function countWord(userId: string): Promise<void> {
  const refused = await limiter.consume(userId).then(
    () => null,
    (result: { msBeforeNext?: number }) => result,
  );
  if (!refused) return;
  throw new Refusal("rate_limited", "That is more than a person moves. Wait a little.", {
    retryAfterSeconds: Math.max(1, Math.ceil((refused.msBeforeNext ?? 1_000) / 1_000)),
  });
}
