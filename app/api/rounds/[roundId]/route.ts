import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { readRound } from "@/lib/reviews/queries";

export const GET = handle(roundOperations.read, readRound);
