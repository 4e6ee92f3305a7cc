import { changeComment, deleteComment } from "@/lib/comments/commands";
import { handle } from "@/lib/http/handle";
import { commentOperations } from "@/lib/http/operations/links";

export const PATCH = handle(commentOperations.change, changeComment);
export const DELETE = handle(commentOperations.delete, deleteComment);
