import { readConsistency } from "@/lib/checkpoints/treeQueries";
import { handle } from "@/lib/http/handle";
import { logOperations } from "@/lib/http/operations/log";

export const GET = handle(logOperations.proof, readConsistency);
