import { createDossier } from "@/lib/dossiers/commands";
import { listDossiers } from "@/lib/dossiers/queries";
import { handle } from "@/lib/http/handle";
import { dossierOperations } from "@/lib/http/operations/dossiers";

export const GET = handle(dossierOperations.list, listDossiers);
export const POST = handle(dossierOperations.create, createDossier);
