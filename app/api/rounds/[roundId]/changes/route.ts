import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { readChanges } from "@/lib/reviews/changesQueries";

export const GET = handle(roundOperations.changes, readChanges);
