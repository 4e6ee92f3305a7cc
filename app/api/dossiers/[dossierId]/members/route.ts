import { addMember } from "@/lib/dossiers/memberCommands";
import { listMembers } from "@/lib/dossiers/queries";
import { handle } from "@/lib/http/handle";
import { memberOperations } from "@/lib/http/operations/dossiers";

export const GET = handle(memberOperations.list, listMembers);
export const POST = handle(memberOperations.add, addMember);
