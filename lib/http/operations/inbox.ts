import { nothing, operation } from "@/lib/http/operation";
import { inboxPageSchema, listInboxInput, markInboxInput, unreadSchema } from "@/lib/inbox/schema";

const inbox = "/api/me/inbox";

export const inboxOperations = {
  list: operation(`GET ${inbox}`, "What you were told of, newest first", listInboxInput, inboxPageSchema),
  mark: operation(`PATCH ${inbox}`, "Mark items, or all, as read or not", markInboxInput, unreadSchema),
  unread: operation(`GET ${inbox}/unread`, "How much you have not read", nothing, unreadSchema),
};
