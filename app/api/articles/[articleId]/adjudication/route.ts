import { adjudicate } from "@/lib/agreement/commands";
import { handle } from "@/lib/http/handle";
import { articleOperations } from "@/lib/http/operations/articles";

export const POST = handle(articleOperations.adjudicate, adjudicate);
