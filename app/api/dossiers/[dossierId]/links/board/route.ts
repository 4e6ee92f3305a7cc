import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { readBoard } from "@/lib/links/boardQueries";

export const GET = handle(linkOperations.board, readBoard);
