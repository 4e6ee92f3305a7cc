import { z } from "zod";
import { created, operation, pageOf } from "@/lib/http/operation";
import {
  changeWebhookInput,
  createWebhookInput,
  deleteWebhookInput,
  deliveryParams,
  deliverySchema,
  dossierWebhooksInput,
  listDeliveriesInput,
  webhookParams,
  webhookSchema,
  webhookWithSecretSchema,
} from "@/lib/webhooks/schema";

const ofDossier = "/api/dossiers/[dossierId]/webhooks";
const webhook = "/api/webhooks/[webhookId]";
const accepted = { status: 202 } as const;

export const webhookOperations = {
  list: operation(
    `GET ${ofDossier}`,
    "A dossier's webhooks, for its owners",
    dossierWebhooksInput,
    z.object({ items: z.array(webhookSchema) }),
  ),
  create: operation(
    `POST ${ofDossier}`,
    "Add a webhook (https://www.standardwebhooks.com); the answer alone holds its secret",
    createWebhookInput,
    webhookWithSecretSchema,
    created,
  ),
  change: operation(
    `PATCH ${webhook}`,
    "Change a webhook, switch it off or on, or give it a new secret",
    changeWebhookInput,
    webhookWithSecretSchema,
  ),
  delete: operation(`DELETE ${webhook}`, "Delete a webhook", deleteWebhookInput, webhookSchema),
  ping: operation(
    `POST ${webhook}/ping`,
    "Send a message to try it",
    webhookParams,
    deliverySchema,
    accepted,
  ),
  deliveries: operation(
    `GET ${webhook}/deliveries`,
    "What was sent and how it went, newest first, for 30 days",
    listDeliveriesInput,
    pageOf(deliverySchema),
  ),
  redeliver: operation(
    "POST /api/deliveries/[deliveryId]/redeliver",
    "Send a message again, under the same id",
    deliveryParams,
    deliverySchema,
    accepted,
  ),
};
