import { handle } from "@/lib/http/handle";
import { reportOperations } from "@/lib/http/operations/reports";
import { changeReport, deleteReport } from "@/lib/reports/commands";
import { readReport } from "@/lib/reports/queries";

export const GET = handle(reportOperations.read, readReport);
export const PATCH = handle(reportOperations.change, changeReport);
export const DELETE = handle(reportOperations.delete, deleteReport);
