import { changeEvidence, deleteEvidence } from "@/lib/evidence/commands";
import { handle } from "@/lib/http/handle";
import { evidenceOperations } from "@/lib/http/operations/annotations";

export const PATCH = handle(evidenceOperations.change, changeEvidence);
export const DELETE = handle(evidenceOperations.delete, deleteEvidence);
