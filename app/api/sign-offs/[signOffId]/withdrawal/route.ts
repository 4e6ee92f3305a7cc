import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { withdrawSignOff } from "@/lib/reviews/withdrawCommand";

export const POST = handle(roundOperations.withdraw, withdrawSignOff);
