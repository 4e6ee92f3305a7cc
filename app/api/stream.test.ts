import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteAnnotation } from "@/lib/annotations/commands";
import { noticeAccess } from "@/lib/auth/accessNotice";
import { revokeToken } from "@/lib/auth/tokens";
import { disableUser, signOutEverywhere } from "@/lib/auth/users";
import { deleteDossier } from "@/lib/dossiers/commands";
import { addMember, changeMember, removeMember } from "@/lib/dossiers/memberCommands";
import { changeDossier } from "@/lib/journal/change";
import type { Payload } from "@/lib/journal/entries";
import { KEPT_HOT } from "@/lib/live/hub";
import { EXPIRY_MS, type PresenceEvent } from "@/lib/presence/schema";
import { type ApiDesk, openApiDesk } from "@/lib/testing/apiCalls";
import { GET } from "./dossiers/[dossierId]/events/route";
import * as presence from "./dossiers/[dossierId]/presence/route";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

type Message = { id: number | null; event: string; data: Record<string, unknown> };

/**
 * Opens a stream as the one whom `credential` stands for. `next` waits for the next event but of presence, null at
 * the end; `people` for the next of presence.
 */
async function open(credential: string, { after = 0, lastEventId = "" } = {}) {
  const abort = new AbortController();
  const kind = credential.startsWith("Bearer") ? "authorization" : "cookie";
  const headers = { accept: "text/event-stream", [kind]: credential, "last-event-id": lastEventId };
  const request = new Request(`http://stet.test/api?after=${after}`, { headers, signal: abort.signal });
  const response = await GET(request, { params: Promise.resolve({ dossierId: desk.dossierId }) });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const any = async (): Promise<Message | null> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1];
        const data = field("data");
        if (data === undefined) continue;
        return { id: Number(field("id") ?? 0) || null, event: field("event") ?? "", data: JSON.parse(data) };
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return null;
      text += chunk.value;
    }
  };
  const first = async (wanted: (message: Message) => boolean) => {
    for (;;) {
      const message = await any();
      if (!message || wanted(message)) return message;
    }
  };
  const next = () => first(({ event }) => event !== "presence");
  const people = async () =>
    (await first(({ event }) => event === "presence"))?.data as unknown as PresenceEvent;
  return { response, next, people, abort };
}

const journalSeq = async () =>
  (await desk.db.dossier.findUniqueOrThrow({ where: { id: desk.dossierId } })).journalSeq;

test("a stream is for those who may read the dossier", async () => {
  const { response } = await open(await desk.token(desk.outsider.caller.id));
  expect(response.status).toBe(404);
});

test("everything since a number comes, then what happens, each once and in order", async () => {
  const stream = await open(await desk.token(desk.viewer.caller.id));
  expect(stream.response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(stream.response.headers.get("cache-control")).toBe("no-cache, no-transform");
  const known = await journalSeq();
  // Written while the stream catches up.
  const words = ["The minister", "490 people", "were freed", "Nobody else", "confirmed it", "All were told"];
  await Promise.all(words.map((exact) => desk.tag(exact)));
  const total = known + words.length;
  expect(await journalSeq()).toBe(total);
  for (let seq = 1; seq <= total; seq++) {
    const message = await stream.next();
    expect([message?.id, message?.event, message?.data.seq]).toEqual([seq, "entry", seq]);
  }
  stream.abort.abort();
  expect(await stream.next()).toBeNull();
});

test("Last-Event-ID resumes, whatever the address says", async () => {
  const seq = await journalSeq();
  const stream = await open(await desk.token(desk.viewer.caller.id), {
    after: 0,
    lastEventId: String(seq - 1),
  });
  expect((await stream.next())?.id).toBe(seq);
  stream.abort.abort();
});

test("a stream ends for whom it is taken from, and goes on where access remains", async () => {
  const { dossierId } = desk;
  const userId = desk.reviewer.caller.id;
  const stream = await open(await desk.token(userId), { after: await journalSeq() });
  await changeMember(desk.owner, { dossierId, userId, role: "viewer" });
  expect((await stream.next())?.data.type).toBe("member.changed");
  await removeMember(desk.owner, { dossierId, userId });
  await desk.tag("came too");
  expect((await stream.next())?.data.type).toBe("member.removed");
  expect((await stream.next())?.event).toBe("closed");
  expect(await stream.next()).toBeNull();
  // Whoever comes back reads past their own removal.
  const removedAt = (await journalSeq()) - 1;
  await addMember(desk.owner, { dossierId, email: desk.reviewer.caller.email, role: "reviewer" });
  const again = await open(await desk.token(userId), { after: removedAt - 1 });
  const types = [await again.next(), await again.next(), await again.next()].map((m) => m?.data.type);
  expect(types).toEqual(["member.removed", "annotation.created", "member.added"]);
  again.abort.abort();
});

/** Less than a heartbeat: what ends a stream here is the news of it. */
const beforeAnyHeartbeat = { timeout: 12_000 };

test.each<
  [string, (credential: { userId: string; tokenId: string }) => Promise<unknown>, "token" | "session"]
>([
  ["revoking its token", (it) => revokeToken(desk.db, it), "token"],
  ["signing out everywhere", () => signOutEverywhere(desk.editor2), "session"],
  ["signing out in that browser", ({ userId }) => noticeAccess(desk.db, userId, "this browser"), "session"],
  ["the end of its token", async () => {}, "token"],
  ["disabling the account", ({ userId }) => disableUser(desk.db, userId), "token"],
])("%s ends a stream at once, and nobody else's", beforeAnyHeartbeat, async (name, end, kind) => {
  const userId = desk.editor2.caller.id;
  const { sessionVersion } = await desk.db.user.findUniqueOrThrow({ where: { id: userId } });
  const credential =
    kind === "token" ? await desk.token(userId) : await desk.session(userId, sessionVersion, "this browser");
  const token = await desk.db.token.findFirst({ where: { userId }, orderBy: { id: "desc" } });
  if (name === "the end of its token") {
    const expiresAt = new Date(Date.now() + 1_000);
    await desk.db.token.update({ where: { id: token?.id ?? "" }, data: { expiresAt } });
  }
  const after = await journalSeq();
  const other = await open(await desk.session(desk.editor.caller.id, 1, "another"), { after });
  const stream = await open(credential, { after });
  await stream.people();
  await end({ userId, tokenId: token?.id ?? "" });
  expect((await stream.next())?.event).toBe("closed");
  expect(await stream.next()).toBeNull();
  const { id, version } = await desk.tag("wait");
  expect((await other.next())?.id).toBe(after + 1);
  await deleteAnnotation(desk.editor, { annotationId: id, version });
  other.abort.abort();
});

test("who lacks more than is kept in memory is told to read the state, and gets what comes after it", async () => {
  const last = await journalSeq();
  const first = await desk.db.journalEntry.findFirstOrThrow({
    where: { dossierId: desk.dossierId, type: "dossier.created" },
  });
  const payload = first.payload as Payload<"dossier.changed">;
  const subject = { type: "dossier" as const, id: desk.dossierId };
  await changeDossier(desk.owner, desk.dossierId, "dossier.change", async ({ append }) => {
    for (let i = 0; i < KEPT_HOT; i++) append({ type: "dossier.changed", subject, payload });
  });
  const reached = last + KEPT_HOT;
  const viewer = await desk.token(desk.viewer.caller.id);
  const [far, near] = [await open(viewer, { after: last - 1 }), await open(viewer, { after: last })];
  expect(await far.next()).toEqual({ id: null, event: "reload", data: { seq: reached } });
  await desk.tag("Nobody else confirmed it");
  expect((await far.next())?.id).toBe(reached + 1);
  for (let seq = last + 1; seq <= reached + 1; seq++) expect((await near.next())?.id).toBe(seq);
  for (const { abort } of [far, near]) abort.abort();
});

describe("who is there", () => {
  const put = (credential: string, body: unknown) =>
    desk.call(presence.PUT, credential, { method: "PUT", params: { dossierId: desk.dossierId }, body });
  const leave = (credential: string, body: unknown) =>
    desk.call(presence.DELETE, credential, { method: "DELETE", params: { dossierId: desk.dossierId }, body });
  const tab = uuidv7();
  const where = () => ({ page: "article", id: desk.article.id, start: 0, end: 60 });

  test("is told to everyone there, viewers too, and not journalled; a beat that says nothing new is not", async () => {
    const [editor, viewer] = await Promise.all([
      desk.token(desk.editor.caller.id),
      desk.token(desk.viewer.caller.id),
    ]);
    const before = await journalSeq();
    const stream = await open(editor, { after: before });
    expect(await stream.people()).toEqual({ all: true, here: [], gone: [] });
    const answer = await put(viewer, { tab, where: where(), selection: { start: 4, end: 12 } });
    expect([answer.status, answer.json]).toEqual([200, { tab, expiresInMs: EXPIRY_MS }]);
    const userId = desk.viewer.caller.id;
    const one = { userId, tab, where: where(), selection: { start: 4, end: 12 } };
    expect(await stream.people()).toEqual({ all: false, here: [one], gone: [] });
    await put(viewer, { tab, where: where(), selection: { start: 4, end: 12 } });
    await put(viewer, { tab, where: where() });
    expect(await stream.people()).toEqual({ all: false, here: [{ ...one, selection: null }], gone: [] });
    const late = await open(viewer, { after: before });
    expect(await late.people()).toEqual({ all: true, here: [{ ...one, selection: null }], gone: [] });
    await leave(viewer, { tab });
    expect(await stream.people()).toEqual({ all: false, here: [], gone: [{ userId, tab }] });
    expect(await journalSeq()).toBe(before);
    for (const { abort } of [stream, late]) abort.abort();
  });

  test.each<[string, unknown, string]>([
    ["no place", {}, "where"],
    ["a page nobody knows", { where: { page: "kitchen" } }, "where.page"],
    ["a selection of nothing", { where: { page: "dossier" }, selection: { start: 3, end: 3 } }, "selection"],
    ["a field nobody knows", { where: { page: "dossier" }, mood: "fine" }, "mood"],
  ])("is refused with %s", async (_name, body, field) => {
    const { status, json } = await put(await desk.token(desk.editor.caller.id), body);
    expect([status, json.error.code, json.error.field]).toEqual([400, "invalid", field]);
  });

  test("is for members", async () => {
    const outsider = await desk.token(desk.outsider.caller.id);
    expect((await put(outsider, { where: { page: "dossier" } })).status).toBe(404);
    expect((await leave(outsider, {})).status).toBe(404);
  });

  test("is refused to who says more than a person moves, with when to try again", async () => {
    const reviewer = await desk.token(desk.reviewer2.caller.id);
    const words = Array.from({ length: 220 }, () => put(reviewer, { where: { page: "dossier" } }));
    const refused = (await Promise.all(words)).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

test("a deleted dossier ends its streams", async () => {
  const stream = await open(await desk.token(desk.viewer.caller.id), { after: await journalSeq() });
  await deleteDossier(desk.owner, { dossierId: desk.dossierId, version: 1 });
  expect((await stream.next())?.data.type).toBe("dossier.deleted");
  expect((await stream.next())?.event).toBe("closed");
  expect(await stream.next()).toBeNull();
});
