import { listActivity } from "@/lib/activity/queries";
import { handle } from "@/lib/http/handle";
import { activityOperations } from "@/lib/http/operations/activity";

export const GET = handle(activityOperations.list, listActivity);
