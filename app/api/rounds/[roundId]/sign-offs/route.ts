import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { signRound } from "@/lib/reviews/signCommand";

export const POST = handle(roundOperations.sign, signRound);
