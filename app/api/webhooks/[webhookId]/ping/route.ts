import { handle } from "@/lib/http/handle";
import { webhookOperations } from "@/lib/http/operations/webhooks";
import { pingWebhook } from "@/lib/webhooks/commands";

export const POST = handle(webhookOperations.ping, pingWebhook);
