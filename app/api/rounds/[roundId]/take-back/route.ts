import { handle } from "@/lib/http/handle";
import { roundOperations } from "@/lib/http/operations/reports";
import { takeBack } from "@/lib/reviews/undoCommands";

export const POST = handle(roundOperations.takeBack, takeBack);
