import { addEvidence } from "@/lib/evidence/commands";
import { listEvidence } from "@/lib/evidence/queries";
import { handle } from "@/lib/http/handle";
import { evidenceOperations } from "@/lib/http/operations/annotations";

export const GET = handle(evidenceOperations.list, listEvidence);
export const POST = handle(evidenceOperations.add, addEvidence);
