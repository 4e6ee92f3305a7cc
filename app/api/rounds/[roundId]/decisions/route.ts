import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { decide } from "@/lib/reviews/decisionCommands";

export const PUT = handle(roundOperations.decide, decide);
