import { handle } from "@/lib/http/handle";
import { inboxOperations } from "@/lib/http/operations/inbox";
import { markInbox } from "@/lib/inbox/commands";
import { listInbox } from "@/lib/inbox/queries";

export const GET = handle(inboxOperations.list, listInbox);
export const PATCH = handle(inboxOperations.mark, markInbox);
