import { handle } from "@/lib/http/handle";
import { reportOperations } from "@/lib/http/operations/reports";
import { editMemo } from "@/lib/memo/commands";

export const POST = handle(reportOperations.editMemo, editMemo);
