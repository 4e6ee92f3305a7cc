import { createComment } from "@/lib/comments/commands";
import { listComments } from "@/lib/comments/queries";
import { handle } from "@/lib/http/handle";
import { commentOperations } from "@/lib/http/operations/links";

export const GET = handle(commentOperations.list, listComments);
export const POST = handle(commentOperations.create, createComment);
