import { changeDossierSettings, deleteDossier } from "@/lib/dossiers/commands";
import { readDossier } from "@/lib/dossiers/queries";
import { handle } from "@/lib/http/handle";
import { dossierOperations } from "@/lib/http/operations/dossiers";

export const GET = handle(dossierOperations.read, readDossier);
export const PATCH = handle(dossierOperations.change, changeDossierSettings);
export const DELETE = handle(dossierOperations.delete, deleteDossier);
