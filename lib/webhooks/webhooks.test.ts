import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createComment } from "@/lib/comments/commands";
import { APP_ROLE } from "@/lib/db/roles";
import { listInbox } from "@/lib/inbox/queries";
import { handlers } from "@/lib/jobs/handlers";
import { type JobWorker, startWorker } from "@/lib/jobs/worker";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changeWebhook, createWebhook, deleteWebhook, pingWebhook, redeliver } from "./commands";
import { deliverAgain, deliverDue } from "./deliveryCommands";
import { PATIENCE_MS, waitAfter } from "./model";
import { listDeliveries, listWebhooks } from "./queries";
import { openReceiver, type Receiver } from "./receiver.testing";

let desk: TestDesk;
let receiver: Receiver;
let annotationId: string;
beforeAll(async () => {
  vi.stubEnv("STET_WEBHOOKS_TO_LOCALHOST", "1");
  desk = await openDesk();
  annotationId = (await desk.tag("490 people were freed", "figure")).id;
});
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  await desk.db.webhook.updateMany({ data: { deletedAt: new Date() } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await desk.close();
});

const add = (types?: ("comment.created" | "annotation.created")[]) =>
  createWebhook(desk.owner, { dossierId: desk.dossierId, url: receiver.url, types });
const say = (body: string) => {
  const on = { type: "annotation" as const, id: annotationId };
  return createComment(desk.editor, { dossierId: desk.dossierId, on, body });
};
/** Runs what is due, as if its time had come. */
const deliver = async (webhookId: string) => {
  await desk.db.webhook.update({ where: { id: webhookId }, data: { retryAt: null } });
  await deliverDue(desk.db, { webhookId });
};
const logOf = async (webhookId: string) =>
  (await listDeliveries(desk.owner, { webhookId, limit: 100 })).items;
const status = async () => (await listWebhooks(desk.owner, { dossierId: desk.dossierId })).items[0]?.status;

/** By the specification, with nothing of ours. */
function isSigned(
  secret: string,
  { headers, body }: { headers: Record<string, unknown>; body: string },
): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(expected);
}

describe("what is sent", () => {
  test("the entries of its types from then on, in order, signed with the secret that was shown once", async () => {
    await say("before");
    const { id, secret } = await add(["comment.created"]);
    await say("one");
    await desk.tag("Nobody else confirmed it");
    await say("two");
    await deliver(id);
    const comments = receiver.received.map(({ body }) => JSON.parse(body).data.payload.comment.body);
    expect(comments).toEqual(["one", "two"]);
    expect(receiver.received.every((one) => isSigned(secret ?? "", one))).toBe(true);
    expect(isSigned(secret ?? "", { ...receiver.received[0], body: "{}" } as never)).toBe(false);
    const [first] = receiver.received;
    expect(Math.abs(Number(first?.headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
    expect(JSON.parse(first?.body ?? "")).toMatchObject({
      type: "comment.created",
      data: { type: "comment.created" },
    });
    expect(JSON.stringify(await listWebhooks(desk.owner, { dossierId: desk.dossierId }))).not.toContain(
      secret,
    );
    const entry = await desk.db.journalEntry.findFirst({ where: { type: "webhook.added", subjectId: id } });
    expect(JSON.stringify(entry?.payload)).not.toContain("/hook");
  });

  test("after a change of secret both sign", async () => {
    const made = await add();
    const { id, version } = made;
    const changed = await changeWebhook(desk.owner, { webhookId: id, version, rotateSecret: true });
    await deliver(id);
    const [last] = receiver.received.slice(-1);
    if (!last) throw new Error("Nothing came.");
    expect([made.secret, changed.secret].map((secret) => isSigned(secret ?? "", last))).toEqual([true, true]);
  });

  test("a ping arrives, stands in the log, and can be sent again under its id", async () => {
    const { id } = await add(["annotation.created"]);
    const ping = await pingWebhook(desk.owner, { webhookId: id });
    await deliverAgain(desk.db, { deliveryId: ping.id });
    receiver.answer = () => 500;
    receiver.body = "x".repeat(5_000);
    await redeliver(desk.owner, { deliveryId: ping.id });
    await deliverAgain(desk.db, { deliveryId: ping.id });
    expect(receiver.received.map(({ id: sent, type }) => [sent, type])).toEqual([
      [ping.id, "ping"],
      [ping.id, "ping"],
    ]);
    const [logged] = await logOf(id);
    expect(logged).toMatchObject({ id: ping.id, status: "delivered", attempts: 2 });
    expect(logged?.tries.map(({ status: answered, response }) => [answered, response.length])).toEqual([
      [500, 1_000],
      [200, 2],
    ]);
  });
});

describe("what is not taken", () => {
  test("is tried again, keeps its id and its place; a receiver that was down gets everything once per id", async () => {
    const { id } = await add(["comment.created"]);
    for (const word of ["a", "b", "c"]) await say(word);
    receiver.answer = (count) => (count <= 2 ? 500 : 200);
    await deliver(id);
    expect(await status()).toBe("failing");
    await deliverDue(desk.db, { webhookId: id }); // its time has not come
    expect(receiver.received).toHaveLength(1);
    await deliver(id);
    await deliver(id);
    const ids = receiver.received.map((one) => one.id);
    expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]]);
    expect(new Set(ids).size).toBe(3);
    const places = receiver.received.map(({ seq = 0 }) => seq);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await status()).toBe("active");
    await deliver(id);
    expect(receiver.received).toHaveLength(5);
  });

  test("a process that dies between sending and recording sends the same id again", async () => {
    const { id } = await add(["comment.created"]);
    await say("only once, please");
    const broken = new Proxy(desk.db, {
      get: (target, name) =>
        name === "$transaction"
          ? () => Promise.reject(new Error("killed"))
          : Reflect.get(target, name, target),
    });
    await expect(deliverDue(broken, { webhookId: id })).rejects.toThrow("killed");
    await deliver(id);
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id);
    expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body);
  });

  test.each([
    ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, /redirect/],
    ["a cut connection", "cut" as const, /cut/],
    ["an error", 503, /503/],
  ])("%s", async (_name, answer, why) => {
    const { id } = await add(["comment.created"]);
    await say("hm");
    receiver.answer = () => answer;
    await deliver(id);
    expect((await logOf(id))[0]).toMatchObject({
      status: "pending",
      tries: [{ error: expect.stringMatching(why) }],
    });
  });

  test("for three days, or answered with 410: it is switched off and the owners are told", async () => {
    const { owner, editor, dossierId, db } = desk;
    const { id } = await add(["comment.created"]);
    await say("hm");
    receiver.answer = () => 500;
    await deliver(id);
    await db.webhook.update({
      where: { id },
      data: { failingSince: new Date(Date.now() - PATIENCE_MS - 1_000) },
    });
    await deliver(id);
    expect(await status()).toBe("disabled");
    const told = (await listInbox(owner, { limit: 1 })).items[0];
    expect(told).toMatchObject({ reason: "webhook", actor: { name: "Stet" }, on: { type: "webhook", id } });
    expect((await listInbox(editor, { limit: 50 })).items.map(({ reason }) => reason)).not.toContain(
      "webhook",
    );
    await deliver(id);
    expect(receiver.received).toHaveLength(2);
    receiver.answer = () => 200;
    const [now] = (await listWebhooks(owner, { dossierId })).items;
    await changeWebhook(owner, { webhookId: id, version: now?.version ?? 0, isActive: true });
    await deliver(id);
    expect(await status()).toBe("active");
    expect(receiver.received).toHaveLength(3);
  });

  test("longer and longer waits, never over three hours", () => {
    const waits = [1, 2, 3, 4, 30].map((failures) => waitAfter(failures, 0));
    expect(waits).toEqual([5_000, 15_000, 45_000, 135_000, 3 * 3_600_000]);
    expect(waitAfter(1, 1)).toBe(4_000);
  });
});

test("addresses that are not on the open internet are refused when given, and again when connected to", async () => {
  const { id } = await add(["comment.created"]);
  await say("hm");
  vi.stubEnv("STET_WEBHOOKS_TO_LOCALHOST", "");
  const url = "https://169.254.169.254/latest/meta-data";
  const input = { dossierId: desk.dossierId, url };
  await expect(createWebhook(desk.owner, input)).rejects.toMatchObject({ code: "invalid", field: "url" });
  for (const there of [receiver.url, url, `https://localtest.me:${new URL(receiver.url).port}/`]) {
    await desk.db.webhook.update({ where: { id }, data: { url: there } });
    await deliver(id);
  }
  vi.stubEnv("STET_WEBHOOKS_TO_LOCALHOST", "1");
  expect(receiver.received).toEqual([]);
});

test("owners only; who is not in the dossier does not learn that there is one", async () => {
  const { id, version } = await add();
  const input = { dossierId: desk.dossierId, url: receiver.url };
  for (const [person, code] of [
    [desk.reviewer, "forbidden"],
    [desk.outsider, "not_found"],
  ] as const) {
    const tries = [
      () => listWebhooks(person, input),
      () => createWebhook(person, input),
      () => changeWebhook(person, { webhookId: id, version, isActive: false }),
      () => deleteWebhook(person, { webhookId: id, version }),
      () => pingWebhook(person, { webhookId: id }),
      () => listDeliveries(person, { webhookId: id, limit: 10 }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code });
  }
});

test("a change wakes the workers by itself: two of them, everything once and in order", async () => {
  const { url, db } = desk;
  await add(["comment.created"]);
  const workers: JobWorker[] = [];
  for (let i = 0; i < 2; i++) workers.push(await startWorker({ url, role: APP_ROLE, db, handlers }));
  const said = Array.from({ length: 12 }, (_, i) => `no. ${i}`);
  for (const word of said) await say(word);
  await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(12), 20_000);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.payload.comment.body)).toEqual(said);
});
