import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { refusalOf } from "@/lib/auth/policy";
import { notFound, Refusal } from "@/lib/http/refusal";
import { presentDelivery, presentWebhook } from "./present";
import type { Delivery, deliveryParams, dossierWebhooksInput, listDeliveriesInput, Webhook } from "./schema";

/** A dossier's webhooks, the oldest first. @throws Refusal `forbidden` for anyone but its owners */
export async function listWebhooks(
  context: Context,
  { dossierId }: z.output<typeof dossierWebhooksInput>,
): Promise<{ items: Webhook[] }> {
  await requireOwner(context, dossierId);
  const rows = await context.db.webhook.findMany({
    where: { dossierId, deletedAt: null },
    orderBy: { id: "asc" },
  });
  return { items: rows.map(presentWebhook) };
}

/** What was sent to a webhook and how it went, newest first. */
export async function listDeliveries(
  context: Context,
  { webhookId, limit, after }: z.output<typeof listDeliveriesInput>,
): Promise<{ items: Delivery[]; next: string | null }> {
  await findWebhook(context, webhookId);
  const rows = await context.db.webhookDelivery.findMany({
    where: { webhookId, id: { lt: after } },
    orderBy: { id: "desc" },
    take: limit,
  });
  return { items: rows.map(presentDelivery), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}

/** A webhook of a dossier that the caller owns. @throws Refusal `not_found`, `forbidden` */
export async function findWebhook(context: Context, webhookId: string): Promise<Webhook> {
  const row = await context.db.webhook.findFirst({ where: { id: webhookId, deletedAt: null } });
  if (!row) throw notFound();
  await requireOwner(context, row.dossierId);
  return presentWebhook(row);
}

/** The same for one of its deliveries. */
export async function findDelivery(
  context: Context,
  { deliveryId }: z.output<typeof deliveryParams>,
): Promise<{ delivery: Delivery; webhook: Webhook }> {
  const row = await context.db.webhookDelivery.findUnique({ where: { id: deliveryId } });
  if (!row) throw notFound();
  return { delivery: presentDelivery(row), webhook: await findWebhook(context, row.webhookId) };
}

async function requireOwner(context: Context, dossierId: string): Promise<void> {
  const reason = refusalOf(await requireReader(context, dossierId), "webhook.manage");
  if (reason) throw new Refusal("forbidden", reason);
}
