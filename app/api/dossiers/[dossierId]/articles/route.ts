import { addArticle } from "@/lib/articles/commands";
import { listArticles } from "@/lib/articles/queries";
import { handle } from "@/lib/http/handle";
import { articleOperations } from "@/lib/http/operations/articles";

export const GET = handle(articleOperations.list, listArticles);
export const POST = handle(articleOperations.add, addArticle);
