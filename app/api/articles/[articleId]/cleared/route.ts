import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import { handle } from "@/lib/http/handle";
import { articleOperations } from "@/lib/http/operations/articles";

export const PUT = handle(articleOperations.clear, clearSentence);
export const DELETE = handle(articleOperations.reopen, reopenSentence);
