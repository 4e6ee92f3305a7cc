import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Refusal } from "@/lib/http/refusal";
import { countUnread } from "./queries";
import type { markInboxInput } from "./schema";

/** Marks what the caller was told of as read, or as not read. Other people's items are left alone. */
export async function markInbox(
  context: Context,
  { items, upTo, read }: z.output<typeof markInboxInput>,
): Promise<{ unread: number }> {
  const { db, caller } = context;
  if (!caller.scopes.includes("write")) {
    throw new Refusal("forbidden", 'This token does not carry the scope "write".');
  }
  await db.inboxItem.updateMany({
    where: {
      userId: caller.id,
      id: items ? { in: items } : { lte: upTo },
      readAt: read ? null : { not: null },
    },
    data: { readAt: read ? new Date() : null },
  });
  return countUnread(context);
}
