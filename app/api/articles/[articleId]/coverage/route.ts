import { readCoverage } from "@/lib/articles/queries";
import { handle } from "@/lib/http/handle";
import { articleOperations } from "@/lib/http/operations/articles";

export const GET = handle(articleOperations.coverage, readCoverage);
