import { handle } from "@/lib/http/handle";
import { webhookOperations } from "@/lib/http/operations/webhooks";
import { changeWebhook, deleteWebhook } from "@/lib/webhooks/commands";

export const PATCH = handle(webhookOperations.change, changeWebhook);
export const DELETE = handle(webhookOperations.delete, deleteWebhook);
