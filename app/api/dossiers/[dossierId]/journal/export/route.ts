import { serveJournalExport } from "@/lib/log/serveExport";

export const GET = serveJournalExport;
