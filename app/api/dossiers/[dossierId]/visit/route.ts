import { handle } from "@/lib/http/handle";
import { activityOperations } from "@/lib/http/operations/activity";
import { markVisit } from "@/lib/visits/commands";

export const PUT = handle(activityOperations.visit, markVisit);
