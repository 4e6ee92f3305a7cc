import { handle } from "@/lib/http/handle";
import { dossierOperations } from "@/lib/http/operations/dossiers";
import { leavePresence, setPresence } from "@/lib/presence/commands";

export const PUT = handle(dossierOperations.present, setPresence);
export const DELETE = handle(dossierOperations.leave, leavePresence);
