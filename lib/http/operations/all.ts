import type { Operation } from "@/lib/http/operation";
import { activityOperations } from "./activity";
import { annotationOperations, evidenceOperations } from "./annotations";
import { articleOperations } from "./articles";
import { dossierOperations, memberOperations } from "./dossiers";
import { inboxOperations } from "./inbox";
import { accountOperations, installationOperations } from "./installation";
import { commentOperations, filterOperations, linkOperations } from "./links";
import { logOperations } from "./log";
import { mailOperations, preferenceOperations } from "./me";
import { reportOperations, roundOperations } from "./reports";
import { searchOperations } from "./search";
import { webhookOperations } from "./webhooks";

/** Every operation by group; the API's description is made from it, and a test compares it with the routes. */
export const operationGroups: Record<string, Record<string, Operation>> = {
  dossiers: dossierOperations,
  members: memberOperations,
  articles: articleOperations,
  annotations: annotationOperations,
  evidence: evidenceOperations,
  links: linkOperations,
  filters: filterOperations,
  comments: commentOperations,
  reports: reportOperations,
  rounds: roundOperations,
  inbox: inboxOperations,
  activity: activityOperations,
  journal: logOperations,
  webhooks: webhookOperations,
  search: searchOperations,
  account: accountOperations,
  preferences: preferenceOperations,
  mail: mailOperations,
  installation: installationOperations,
};
