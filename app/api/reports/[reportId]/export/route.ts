import { exportReport } from "@/lib/exporting/queries";
import { attachment } from "@/lib/http/attachment";
import { handle } from "@/lib/http/handle";
import { reportOperations } from "@/lib/http/operations/reports";

export const GET = handle(reportOperations.export, exportReport, attachment);
