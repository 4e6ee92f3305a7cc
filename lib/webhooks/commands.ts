import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Refusal, stale } from "@/lib/http/refusal";
import { enqueue } from "@/lib/jobs/enqueue";
import { type Change, changeDossier } from "@/lib/journal/change";
import { whyNotPosted } from "./addresses";
import { allowsLocalWebhooks } from "./localWebhooks";
import { OVERLAP_MS } from "./model";
import { journalledWebhook, presentDelivery, presentWebhook } from "./present";
import { findDelivery, findWebhook } from "./queries";
import type {
  changeWebhookInput,
  createWebhookInput,
  Delivery,
  deleteWebhookInput,
  deliveryParams,
  Webhook,
  WebhookWithSecret,
  webhookParams,
} from "./schema";
import { newSecret } from "./signature";

const MOST_WEBHOOKS = 20;

/**
 * Adds an address that hears of everything from here on. The answer is the only one with the secret: repeating the
 * same create answers without it.
 * @throws Refusal `invalid` for an address that nothing is sent to, `duplicate` for a taken id
 */
export async function createWebhook(
  context: Context,
  { id = uuidv7(), dossierId, url, description = "", types = [] }: z.output<typeof createWebhookInput>,
): Promise<WebhookWithSecret> {
  requireGoodUrl(url);
  return changeDossier(context, dossierId, "webhook.manage", async ({ tx, actor, now, head, append }) => {
    const taken = await tx.webhook.findUnique({ where: { id } });
    if (taken) {
      const isSame = taken.dossierId === dossierId && taken.url === url && taken.createdById === actor.userId;
      if (isSame && taken.deletedAt === null) return { ...presentWebhook(taken), secret: null };
      throw new Refusal("duplicate", "This id is taken.", { field: "id" });
    }
    const count = await tx.webhook.count({ where: { dossierId, deletedAt: null } });
    if (count >= MOST_WEBHOOKS) {
      throw new Refusal("invalid", `A dossier has at most ${MOST_WEBHOOKS} webhooks.`);
    }
    const secret = newSecret();
    const who = { createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now };
    const row = await tx.webhook.create({
      // What tells of the webhook itself is the first thing that it does not need to hear.
      data: { id, dossierId, url, description, types, secret, cursor: head.seq + 1, ...who },
    });
    append({
      type: "webhook.added",
      subject: { type: "webhook", id },
      payload: { webhook: journalledWebhook(row) },
    });
    return { ...presentWebhook(row), secret };
  });
}

/** @throws Refusal `stale`, `invalid` for an address that nothing is sent to */
export async function changeWebhook(
  context: Context,
  input: z.output<typeof changeWebhookInput>,
): Promise<WebhookWithSecret> {
  const { webhookId, version, isActive, rotateSecret, ...wanted } = input;
  if (wanted.url !== undefined) requireGoodUrl(wanted.url);
  const { dossierId } = await findWebhook(context, webhookId);
  return changeDossier(context, dossierId, "webhook.manage", async (change) => {
    const { tx, now } = change;
    const before = await tx.webhook.findUniqueOrThrow({ where: { id: webhookId } });
    const secret = rotateSecret ? newSecret() : null;
    const onOrOff = {
      ...(isActive === true && { disabledAt: null, disabledReason: "" }),
      ...(isActive === false && {
        disabledAt: before.disabledAt ?? now,
        disabledReason: "An owner switched it off.",
      }),
    };
    // Another address, or switched on again: a fresh start, at once.
    const afresh =
      isActive === true || wanted.url !== undefined ? { failures: 0, failingSince: null, retryAt: null } : {};
    const rotated = secret && {
      secret,
      previousSecret: before.secret,
      previousUntil: new Date(now.getTime() + OVERLAP_MS),
    };
    const row = await write(
      change,
      { id: webhookId, version },
      { ...wanted, ...onOrOff, ...afresh, ...rotated },
    );
    change.append({
      type: "webhook.changed",
      subject: { type: "webhook", id: webhookId },
      payload: { webhook: journalledWebhook(row) },
    });
    if (row.disabledAt === null) await wake(tx, webhookId);
    return { ...presentWebhook(row), secret };
  });
}

/** Nothing is sent any more, what waits neither. @throws Refusal `stale` */
export async function deleteWebhook(
  context: Context,
  { webhookId, version }: z.output<typeof deleteWebhookInput>,
): Promise<Webhook> {
  const { dossierId } = await findWebhook(context, webhookId);
  return changeDossier(context, dossierId, "webhook.manage", async (change) => {
    const row = await write(change, { id: webhookId, version }, { deletedAt: change.now });
    change.append({
      type: "webhook.deleted",
      subject: { type: "webhook", id: webhookId },
      payload: { webhook: journalledWebhook(row) },
    });
    return presentWebhook(row);
  });
}

/** Sends a message that says nothing, to see whether it arrives; answers before it is sent. */
export async function pingWebhook(
  context: Context,
  { webhookId }: z.output<typeof webhookParams>,
): Promise<Delivery> {
  const { dossierId } = await findWebhook(context, webhookId);
  return changeDossier(context, dossierId, "webhook.manage", async ({ tx, now }) => {
    const id = uuidv7();
    const data = { webhookId, dossierId };
    const body = JSON.stringify({ type: "ping", timestamp: now.toISOString(), data });
    const row = await tx.webhookDelivery.create({
      data: { id, webhookId, type: "ping", body, createdAt: now },
    });
    await enqueue(tx, "webhook.redeliver", { deliveryId: id }, { queue: `webhook:${webhookId}` });
    return presentDelivery(row);
  });
}

/** Sends a message again under its id, whatever became of it; what waits keeps its order. */
export async function redeliver(context: Context, input: z.output<typeof deliveryParams>): Promise<Delivery> {
  const { delivery, webhook } = await findDelivery(context, input);
  return changeDossier(context, webhook.dossierId, "webhook.manage", async ({ tx }) => {
    const queue = `webhook:${webhook.id}`;
    await enqueue(
      tx,
      "webhook.redeliver",
      { deliveryId: delivery.id },
      { queue, key: `again:${delivery.id}` },
    );
    return delivery;
  });
}

async function write(
  { tx, now, actor }: Change,
  seen: { id: string; version: number },
  wanted: Parameters<Change["tx"]["webhook"]["updateMany"]>[0]["data"],
) {
  const { count } = await tx.webhook.updateMany({
    where: { ...seen, deletedAt: null },
    data: { ...wanted, updatedById: actor.userId, updatedAt: now, version: { increment: 1 } },
  });
  const row = await tx.webhook.findUniqueOrThrow({ where: { id: seen.id } });
  if (count === 0) throw stale("webhook", presentWebhook(row));
  return row;
}

async function wake(tx: Change["tx"], webhookId: string): Promise<void> {
  const name = `webhook:${webhookId}`;
  await enqueue(tx, "webhook.deliver", { webhookId }, { queue: name, key: name });
}

function requireGoodUrl(url: string): void {
  const reason = whyNotPosted(url, allowsLocalWebhooks());
  if (reason) throw new Refusal("invalid", reason, { field: "url" });
}
