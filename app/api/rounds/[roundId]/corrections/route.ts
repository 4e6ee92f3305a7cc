import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { addCorrection } from "@/lib/reviews/correctionCommands";
import { listCorrections } from "@/lib/reviews/queries";

export const GET = handle(roundOperations.corrections, listCorrections);
export const POST = handle(roundOperations.correct, addCorrection);
