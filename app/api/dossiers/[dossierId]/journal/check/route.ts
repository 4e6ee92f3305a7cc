import { handle } from "@/lib/http/handle";
import { logOperations } from "@/lib/http/operations/log";
import { checkLog } from "@/lib/log/queries";

export const GET = handle(logOperations.check, checkLog);
