import { listCheckpoints } from "@/lib/checkpoints/queries";
import { handle } from "@/lib/http/handle";
import { logOperations } from "@/lib/http/operations/log";

export const GET = handle(logOperations.checkpoints, listCheckpoints);
