import { articleOperations } from "@/lib/http/operations/articles";
import { handle } from "@/lib/http/handle";
import { readCoverage } from "@/lib/articles/queries";

export const GET = handle(articleOperations.coverage, readCoverage);
