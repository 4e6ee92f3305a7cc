import { uuidv7 } from "uuidv7";
import type { Database, Transaction } from "@/lib/db/client";
import type { WebhookDelivery, Webhook as WebhookRow } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { changeByStet } from "@/lib/journal/change";
import { entriesAfter } from "@/lib/journal/tail";
import { KEPT_MS, PATIENCE_MS, waitAfter, withTry } from "./model";
import { postMessage } from "./post";
import { journalledWebhook } from "./present";
import type { WebhookTry } from "./schema";

/** As many messages in one job; then others get their turn. */
const MOST_AT_ONCE = 100;
/** And no longer than this (ms): receivers that take each message, but slowly, would hold every worker for minutes. */
const TURN_MS = 20_000;
const PAGE = 200;

/**
 * The job that posts what a webhook has not had, one message after the other in the journal's order. The next one
 * waits until the one before was taken, however long that is. A message stands in the log, under its id, before it is
 * sent: a process that dies between the sending and the record sends the same id again.
 */
export async function deliverDue(db: Database, { webhookId }: { webhookId: string }): Promise<void> {
  const begin = performance.now();
  for (let sent = 0; sent < MOST_AT_ONCE && performance.now() - begin < TURN_MS; sent++) {
    const webhook = await activeWebhook(db, webhookId);
    if (!webhook) return;
    if (webhook.retryAt && webhook.retryAt > new Date()) return wakeAt(db, webhookId, webhook.retryAt);
    const delivery = await dueDelivery(db, webhook);
    if (!delivery) return forgetOld(db, webhookId);
    const attempt = await post(webhook, delivery);
    const isTaken = attempt.error === null;
    await (isTaken ? taken(db, webhook, delivery, attempt) : notTaken(db, webhook, delivery, attempt));
    if (!isTaken) return;
  }
  await wakeAt(db, webhookId, new Date());
}

/** The job behind a ping and "send again": one try, which changes nothing about what is due. */
export async function deliverAgain(db: Database, { deliveryId }: { deliveryId: string }): Promise<void> {
  const delivery = await db.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { webhook: true },
  });
  if (!delivery || delivery.webhook.deletedAt) return;
  const attempt = await post(delivery.webhook, delivery);
  const isDue = delivery.status === "pending" && delivery.journalSeq !== null;
  if (attempt.error === null && isDue) return taken(db, delivery.webhook, delivery, attempt);
  const status = attempt.error === null ? "delivered" : isDue ? "pending" : failedUnlessTaken(delivery);
  await record(db, delivery, attempt, status);
}

function failedUnlessTaken({ deliveredAt }: WebhookDelivery): WebhookDelivery["status"] {
  return deliveredAt ? "delivered" : "failed";
}

function activeWebhook(db: Database, id: string): Promise<WebhookRow | null> {
  return db.webhook.findFirst({
    where: { id, deletedAt: null, disabledAt: null, dossier: { deletedAt: null } },
  });
}

/** The message that is under way, else one for the next entry that the webhook wants; null when it has had all. */
async function dueDelivery(db: Database, webhook: WebhookRow): Promise<WebhookDelivery | null> {
  const { id: webhookId, dossierId, types } = webhook;
  const underWay = await db.webhookDelivery.findFirst({
    where: { webhookId, status: "pending", journalSeq: { gt: webhook.cursor } },
    orderBy: { journalSeq: "asc" },
  });
  if (underWay) return underWay;
  let { cursor } = webhook;
  for (;;) {
    const entries = await entriesAfter(db, dossierId, cursor, PAGE);
    const entry = entries.find(({ type }) => types.length === 0 || types.includes(type));
    cursor = entry ? entry.seq - 1 : (entries.at(-1)?.seq ?? cursor);
    if (entry) {
      await moveCursor(db, webhookId, cursor);
      const body = JSON.stringify({ type: entry.type, timestamp: entry.at, data: entry });
      const data = { id: uuidv7(), webhookId, journalSeq: entry.seq, type: entry.type, body };
      return db.webhookDelivery.upsert({
        where: { webhookId_journalSeq: { webhookId, journalSeq: entry.seq } },
        create: data,
        update: {},
      });
    }
    if (entries.length < PAGE) {
      await moveCursor(db, webhookId, cursor);
      return null;
    }
  }
}

function post(webhook: WebhookRow, { id, body }: WebhookDelivery): Promise<WebhookTry> {
  const { url, secret, previousSecret, previousUntil } = webhook;
  const older = previousSecret && previousUntil && previousUntil > new Date() ? [previousSecret] : [];
  return postMessage({ id, url, body, secrets: [secret, ...older] });
}

async function taken(db: Database, webhook: WebhookRow, delivery: WebhookDelivery, attempt: WebhookTry) {
  await db.$transaction(async (tx) => {
    await record(tx, delivery, attempt, "delivered");
    if (delivery.journalSeq !== null) await moveCursor(tx, webhook.id, delivery.journalSeq);
    await tx.webhook.update({
      where: { id: webhook.id },
      data: { failures: 0, failingSince: null, retryAt: null },
    });
  });
}

async function notTaken(db: Database, webhook: WebhookRow, delivery: WebhookDelivery, attempt: WebhookTry) {
  const now = new Date();
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? now;
  // 410: "the receiver does not want any more of these" (Standard Webhooks).
  const isGone = attempt.status === 410;
  const isHopeless = isGone || now.getTime() - failingSince.getTime() > PATIENCE_MS;
  const retryAt = isHopeless ? null : new Date(now.getTime() + waitAfter(failures, Math.random()));
  await db.$transaction(async (tx) => {
    await record(tx, delivery, attempt, "pending");
    await tx.webhook.update({ where: { id: webhook.id }, data: { failures, failingSince, retryAt } });
    if (retryAt) await wakeAt(tx, webhook.id, retryAt);
  });
  if (isHopeless) {
    const reason = isGone ? "It answered that it is gone." : "It took nothing for three days.";
    await disable(db, webhook, reason);
  }
}

/** Switches a webhook off and tells the owners (lib/inbox/model.ts), in the journal that it was Stet. */
async function disable(db: Database, { id, dossierId }: WebhookRow, reason: string): Promise<void> {
  await changeByStet(db, dossierId, async (tx, now) => {
    const { count } = await tx.webhook.updateMany({
      where: { id, disabledAt: null, deletedAt: null },
      data: { disabledAt: now, disabledReason: reason, version: { increment: 1 } },
    });
    if (count === 0) return [];
    const webhook = journalledWebhook(await tx.webhook.findUniqueOrThrow({ where: { id } }));
    return [{ type: "webhook.disabled", subject: { type: "webhook", id }, payload: { webhook } }];
  });
}

async function record(
  db: Database | Transaction,
  { id, tries, deliveredAt }: WebhookDelivery,
  attempt: WebhookTry,
  status: WebhookDelivery["status"],
): Promise<void> {
  const isFirstSuccess = attempt.error === null && deliveredAt === null;
  await db.webhookDelivery.update({
    where: { id },
    data: {
      status,
      attempts: { increment: 1 },
      tries: withTry(tries as WebhookTry[], attempt),
      ...(isFirstSuccess && { deliveredAt: new Date() }),
    },
  });
}

/** Forward only: two processes may both have sent what one of them has not recorded yet. */
async function moveCursor(db: Database | Transaction, id: string, cursor: number): Promise<void> {
  await db.webhook.updateMany({ where: { id, cursor: { lt: cursor } }, data: { cursor } });
}

async function wakeAt(db: Database | Transaction, webhookId: string, runAt: Date): Promise<void> {
  const name = `webhook:${webhookId}`;
  await enqueue(db, "webhook.deliver", { webhookId }, { queue: name, key: name, runAt });
}

async function forgetOld(db: Database, webhookId: string): Promise<void> {
  const createdAt = { lt: new Date(Date.now() - KEPT_MS) };
  await db.webhookDelivery.deleteMany({ where: { webhookId, status: { not: "pending" }, createdAt } });
}
