import type { JournalledWebhook } from "./journalled";
import type { Delivery, Webhook } from "./schema";

type Row = {
  id: string;
  dossierId: string;
  url: string;
  description: string;
  types: string[];
  failures: number;
  failingSince: Date | null;
  retryAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string;
  version: number;
  createdById: string;
  updatedById: string;
  createdAt: Date;
  updatedAt: Date;
};

/** The one shape of a webhook that leaves the server. Not its secret. */
export function presentWebhook(row: Row): Webhook {
  const { id, dossierId, url, description, types, disabledReason, version } = row;
  return {
    ...{ id, dossierId, url, description, types },
    status: row.disabledAt ? "disabled" : row.failures > 0 ? "failing" : "active",
    failingSince: row.failingSince?.toISOString() ?? null,
    retryAt: row.retryAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    disabledReason,
    ...{ version, createdBy: row.createdById, updatedBy: row.updatedById },
    ...{ createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() },
  };
}

export function journalledWebhook(row: Row): JournalledWebhook {
  const { id, url, types, disabledAt, disabledReason } = row;
  return { id, origin: new URL(url).origin, types, isActive: disabledAt === null, reason: disabledReason };
}

type DeliveryRow = {
  id: string;
  webhookId: string;
  journalSeq: number | null;
  type: string;
  status: Delivery["status"];
  attempts: number;
  tries: unknown;
  body: string;
  createdAt: Date;
  deliveredAt: Date | null;
};

/** Of a round with thousands of items nobody reads all. */
const SHOWN_BODY = 4_000;

export function presentDelivery(row: DeliveryRow): Delivery {
  const { id, webhookId, journalSeq, type, status, attempts } = row;
  return {
    ...{ id, webhookId, seq: journalSeq, type, status, attempts },
    body: row.body.slice(0, SHOWN_BODY),
    // Written by `deliveryCommands` from the same type.
    tries: row.tries as Delivery["tries"],
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}
