import { handle } from "@/lib/http/handle";
import { reportOperations } from "@/lib/http/operations/reports";
import { createReport } from "@/lib/reports/commands";
import { listReports } from "@/lib/reports/queries";

export const GET = handle(reportOperations.list, listReports);
export const POST = handle(reportOperations.create, createReport);
