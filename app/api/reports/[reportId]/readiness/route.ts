import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { readReadiness } from "@/lib/reviews/readinessQueries";

export const GET = handle(roundOperations.readiness, readReadiness);
