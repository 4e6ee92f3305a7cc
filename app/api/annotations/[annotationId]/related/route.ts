import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { readRelated } from "@/lib/links/relatedQueries";

export const GET = handle(linkOperations.related, readRelated);
