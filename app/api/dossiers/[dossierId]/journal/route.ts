import { handle } from "@/lib/http/handle";
import { logOperations } from "@/lib/http/operations/log";
import { listLog } from "@/lib/log/queries";

export const GET = handle(logOperations.list, listLog);
