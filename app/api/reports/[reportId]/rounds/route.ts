import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { submitRound } from "@/lib/reviews/commands";
import { listRounds } from "@/lib/reviews/queries";

export const GET = handle(roundOperations.list, listRounds);
export const POST = handle(roundOperations.submit, submitRound);
