import { handle } from "@/lib/http/handle";
import { webhookOperations } from "@/lib/http/operations/webhooks";
import { createWebhook } from "@/lib/webhooks/commands";
import { listWebhooks } from "@/lib/webhooks/queries";

export const GET = handle(webhookOperations.list, listWebhooks);
export const POST = handle(webhookOperations.create, createWebhook);
