import { handle } from "@/lib/http/handle";
import { webhookOperations } from "@/lib/http/operations/webhooks";
import { listDeliveries } from "@/lib/webhooks/queries";

export const GET = handle(webhookOperations.deliveries, listDeliveries);
