import { changeMember, removeMember } from "@/lib/dossiers/memberCommands";
import { handle } from "@/lib/http/handle";
import { memberOperations } from "@/lib/http/operations/dossiers";

export const PATCH = handle(memberOperations.change, changeMember);
export const DELETE = handle(memberOperations.remove, removeMember);
