import { handle } from "@/lib/http/handle";
import { inboxOperations } from "@/lib/http/operations/inbox";
import { countUnread } from "@/lib/inbox/queries";

export const GET = handle(inboxOperations.unread, countUnread);
