import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteDossier } from "@/lib/dossiers/commands";
import { addMember, changeMember, removeMember } from "@/lib/dossiers/memberCommands";
import { type ApiDesk, openApiDesk } from "@/lib/testing/apiCalls";
import { GET } from "./dossiers/[dossierId]/events/route";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

type Message = { id: number | null; event: string; data: Record<string, unknown> };

/** Opens a stream as the one whom `authorization` stands for. `next` waits for the next event, null at the end. */
async function open(authorization: string, { after = 0, lastEventId = "" } = {}) {
  const abort = new AbortController();
  const headers = { accept: "text/event-stream", authorization, "last-event-id": lastEventId };
  const request = new Request(`http://stet.test/api?after=${after}`, { headers, signal: abort.signal });
  const response = await GET(request, { params: Promise.resolve({ dossierId: desk.dossierId }) });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<Message | null> => {
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
  return { response, next, abort };
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

test("a deleted dossier ends its streams", async () => {
  const stream = await open(await desk.token(desk.viewer.caller.id), { after: await journalSeq() });
  await deleteDossier(desk.owner, { dossierId: desk.dossierId, version: 1 });
  expect((await stream.next())?.data.type).toBe("dossier.deleted");
  expect((await stream.next())?.event).toBe("closed");
  expect(await stream.next()).toBeNull();
});
