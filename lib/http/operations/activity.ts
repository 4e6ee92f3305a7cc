import { activityPageSchema, listActivityInput } from "@/lib/activity/schema";
import { operation } from "@/lib/http/operation";
import { visitInput, visitSchema } from "@/lib/visits/schema";

const dossier = "/api/dossiers/[dossierId]";

export const activityOperations = {
  list: operation(
    `GET ${dossier}/activity`,
    "The journal as sentences, newest first; by person, article, item, kind",
    listActivityInput,
    activityPageSchema,
  ),
  visit: operation(
    `PUT ${dossier}/visit`,
    "Say how far you have seen a dossier; what is new since counts from there",
    visitInput,
    visitSchema,
  ),
};
