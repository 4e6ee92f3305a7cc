import { readDossierState } from "@/lib/dossiers/stateQuery";
import { handle } from "@/lib/http/handle";
import { dossierOperations } from "@/lib/http/operations/dossiers";

export const GET = handle(dossierOperations.state, readDossierState);
