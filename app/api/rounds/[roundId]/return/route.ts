import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { returnRound } from "@/lib/reviews/decisionCommands";

export const POST = handle(roundOperations.return, returnRound);
