import { handle } from "@/lib/http/handle";
import { reportOperations } from "@/lib/http/operations/reports";
import { readMemo } from "@/lib/memo/queries";

export const GET = handle(reportOperations.readMemo, readMemo);
