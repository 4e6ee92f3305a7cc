import { changeArticle, deleteArticle } from "@/lib/articles/commands";
import { readArticle } from "@/lib/articles/queries";
import { handle } from "@/lib/http/handle";
import { articleOperations } from "@/lib/http/operations/articles";

export const GET = handle(articleOperations.read, readArticle);
export const PATCH = handle(articleOperations.change, changeArticle);
export const DELETE = handle(articleOperations.delete, deleteArticle);
