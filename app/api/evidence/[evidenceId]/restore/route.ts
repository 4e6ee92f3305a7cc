import { restoreEvidence } from "@/lib/evidence/commands";
import { handle } from "@/lib/http/handle";
import { evidenceOperations } from "@/lib/http/operations/annotations";

export const POST = handle(evidenceOperations.restore, restoreEvidence);
