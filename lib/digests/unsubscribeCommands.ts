import type { Database } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import { userOfToken } from "./unsubscribeToken";

/**
 * Ends a person's e-mails by the link that each of them carries. Done twice, it is done.
 * @throws Refusal `invalid` for a token that was not made here
 */
export async function stopMail(db: Database, token: string): Promise<{ stopped: true }> {
  const userId = userOfToken(token);
  if (!userId)
    throw new Refusal("invalid", "This link is not complete. Use the one in the e-mail.", { field: "token" });
  await db.$executeRaw`
    UPDATE preference SET values = values || '{"mail": "none"}', version = version + 1, updated_at = now()
    WHERE user_id = ${userId}::uuid AND values ->> 'mail' <> 'none'`;
  return { stopped: true };
}
