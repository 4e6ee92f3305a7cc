import { restoreComment } from "@/lib/comments/commands";
import { handle } from "@/lib/http/handle";
import { commentOperations } from "@/lib/http/operations/links";

export const POST = handle(commentOperations.restore, restoreComment);
