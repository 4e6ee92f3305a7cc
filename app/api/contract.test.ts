import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signOutEverywhere } from "@/lib/auth/users";
import { type ApiDesk, openApiDesk } from "@/lib/testing/apiCalls";
import * as account from "./account/route";
import * as sessions from "./account/sessions/route";
import * as annotation from "./annotations/[annotationId]/route";
import * as annotations from "./articles/[articleId]/annotations/route";
import * as cleared from "./articles/[articleId]/cleared/route";
import * as article from "./articles/[articleId]/route";
import * as preview from "./dossiers/[dossierId]/articles/preview/route";
import * as articles from "./dossiers/[dossierId]/articles/route";
import * as events from "./dossiers/[dossierId]/events/route";
import * as links from "./dossiers/[dossierId]/links/route";
import * as dossier from "./dossiers/[dossierId]/route";
import * as state from "./dossiers/[dossierId]/state/route";
import * as dossiers from "./dossiers/route";
import * as health from "./health/route";
import * as verify from "./verify/route";

let desk: ApiDesk;
let editor: string;
let viewer: string;
let outsider: string;
beforeAll(async () => {
  desk = await openApiDesk();
  [editor, viewer, outsider] = await Promise.all([
    desk.token(desk.editor.caller.id),
    desk.token(desk.viewer.caller.id),
    desk.token(desk.outsider.caller.id),
  ]);
});
afterAll(() => desk.close());

const here = () => ({ dossierId: desk.dossierId });
const passage = (exact = "490 people were freed") => {
  const start = desk.text.indexOf(exact);
  return { start, end: start + exact.length, exact, kind: "claim" };
};
const rowsAndEntries = async () =>
  Promise.all([desk.db.annotation.count(), desk.db.article.count(), desk.db.journalEntry.count()]);

describe("a route without parameters in its path", () => {
  test.each([
    ["nothing", {}],
    ["a number for a title", { title: 5 }],
    ["three sign-offs", { title: "x", signOffsRequired: 3 }],
    ["a title of 900 characters", { title: "y".repeat(900) }],
  ])("refuses %s with 400 and the field", async (_name, body) => {
    const { status, json } = await desk.call(dossiers.POST, editor, { method: "POST", body });
    expect([status, json.error.code]).toEqual([400, "invalid"]);
    expect(json.error.field).toBeTruthy();
  });
});

describe("who calls", () => {
  test("nobody: 401", async () => {
    const { status, json } = await desk.call(dossiers.GET, null);
    expect([status, json.error.code]).toEqual([401, "unauthenticated"]);
  });

  test.each([
    ["another scheme", "Basic c3RldDpzdGV0"],
    ["a token nobody made", `Bearer stet_${"a".repeat(43)}`],
    ["no token at all", "Bearer "],
  ])("with %s: 401, even with a good session beside it", async (_name, authorization) => {
    const cookie = await desk.session(desk.editor.caller.id);
    const { status } = await desk.call(dossiers.GET, cookie, { headers: { authorization } });
    expect(status).toBe(401);
  });

  test.each([
    ["an expired token", { expiresAt: new Date(0) }],
    ["a revoked token", { revokedAt: new Date() }],
  ])("%s: 401", async (_name, data) => {
    const token = await desk.token(desk.reviewer.caller.id);
    expect((await desk.call(dossiers.GET, token)).status).toBe(200);
    await desk.db.token.updateMany({ where: { userId: desk.reviewer.caller.id }, data });
    expect((await desk.call(dossiers.GET, token)).status).toBe(401);
  });

  test("a token without the scope: 403", async () => {
    const reading = await desk.token(desk.editor.caller.id, ["read"]);
    expect((await desk.call(dossiers.GET, reading)).status).toBe(200);
    const { status, json } = await desk.call(dossiers.POST, reading, { body: { title: "Mine" } });
    expect([status, json.error.code]).toEqual([403, "forbidden"]);
  });

  test("a session, until it is ended everywhere or its user disabled", async () => {
    const person = desk.reviewer2;
    const cookie = await desk.session(person.caller.id);
    expect((await desk.call(account.GET, cookie)).json.email).toBe(person.caller.email);
    expect((await desk.call(sessions.DELETE, cookie, { method: "DELETE" })).status).toBe(200);
    expect((await desk.call(account.GET, cookie)).status).toBe(401);
    const again = await desk.session(person.caller.id, 2);
    expect((await desk.call(account.GET, again)).status).toBe(200);
    await desk.db.user.update({ where: { id: person.caller.id }, data: { disabledAt: new Date() } });
    expect((await desk.call(account.GET, again)).status).toBe(401);
    await desk.db.user.update({ where: { id: person.caller.id }, data: { disabledAt: null } });
    await signOutEverywhere(person);
  });

  test("a session encrypted with another secret: 401", async () => {
    const cookie = await desk.session(desk.editor.caller.id);
    const forged = `${cookie.slice(0, -4)}AAAA`;
    expect((await desk.call(dossiers.GET, forged)).status).toBe(401);
  });
});

describe("where a change comes from", () => {
  test.each([
    ["our own origin", { origin: "http://stet.test" }, 201],
    ["another origin", { origin: "http://evil.test" }, 403],
    ["an origin that hides", { origin: "null" }, 403],
    ["another port", { origin: "http://stet.test:81" }, 403],
    ["no origin", { origin: "" }, 403],
    ["no origin, but same-origin says the browser", { origin: "", "sec-fetch-site": "same-origin" }, 201],
    ["no origin, cross-site says the browser", { origin: "", "sec-fetch-site": "cross-site" }, 403],
    [
      "another origin that a header nobody vouches for calls ours",
      { origin: "http://evil.test", "x-forwarded-host": "evil.test" },
      403,
    ],
  ])("%s", async (_name, headers, expected) => {
    const cookie = await desk.session(desk.editor.caller.id);
    const { status } = await desk.call(dossiers.POST, cookie, { body: { title: "From where?" }, headers });
    expect(status).toBe(expected);
  });
});

describe("what is sent", () => {
  const post = (body: unknown, headers?: Record<string, string>) =>
    desk.call(annotations.POST, editor, { params: { articleId: desk.article.id }, body, headers });

  test.each<[string, unknown, string | undefined]>([
    ["is not JSON", "{", undefined],
    ["is not an object", "[]", undefined],
    ["is not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), undefined],
    ["is nested too deeply", "[".repeat(100_000) + "]".repeat(100_000), undefined],
    ["is nested too deeply, inside", `{"attributes":${'{"a":'.repeat(90)}1${"}".repeat(90)}}`, undefined],
    ["lacks a field", { start: 0, end: 3, exact: "The" }, "kind"],
    ["has an unknown kind", { start: 0, end: 3, exact: "The", kind: "rumour" }, "kind"],
    ["has a field nobody knows", { start: 0, end: 3, exact: "The", kind: "claim", colour: "red" }, "colour"],
    ["has text for a number", { start: "0", end: 3, exact: "The", kind: "claim" }, "start"],
    ["has a NUL", { start: 0, end: 3, exact: "The", kind: "claim", note: "a\0" }, "note"],
    [
      "has a NUL far inside",
      { start: 0, end: 3, exact: "The", kind: "claim", attributes: { a: ["\0"] } },
      "attributes.a.0",
    ],
    ["has a lone surrogate", '{"start":0,"end":3,"exact":"The","kind":"claim","note":"\\ud800"}', "note"],
    ["has a prototype", '{"__proto__":{"kind":"claim"},"start":0,"end":3,"exact":"The"}', "kind"],
  ])("400 when it %s, and nothing is written", async (_name, body, field) => {
    const before = await rowsAndEntries();
    const { status, json } = await post(body);
    expect([status, json.error.code]).toEqual([400, "invalid"]);
    if (field !== undefined) expect(json.error.field).toBe(field);
    expect(json.error.message).toMatch(/\w.*\.$/);
    expect(await rowsAndEntries()).toEqual(before);
  });

  test.each([
    ["text/plain"],
    ["application/x-www-form-urlencoded"],
    ["multipart/form-data; boundary=x"],
    [""],
  ])("415 when its type is “%s”", async (type) => {
    const headers = { "content-type": type };
    const { status, json } = await post(new TextEncoder().encode(JSON.stringify(passage())), headers);
    expect([status, json.error.code]).toEqual([415, "unsupported_type"]);
  });

  test("413 past a megabyte, by what it says and by what it is", async () => {
    const long = JSON.stringify({ ...passage(), note: "x".repeat(1_000_000) });
    expect((await post(long)).status).toBe(413);
    expect((await post("{}", { "content-length": "2000000" })).status).toBe(413);
  });

  test("the parameters in the path win", async () => {
    const { status, json } = await post({ ...passage(), articleId: uuidv7() });
    expect(status).toBe(201);
    expect(json.articleId).toBe(desk.article.id);
  });

  test("a name that the query gives twice is not guessed at", async () => {
    const { status, json } = await desk.call(dossiers.GET, editor, { query: "?limit=1&limit=2" });
    expect([status, json.error.field]).toEqual([400, "limit"]);
  });

  test("a cursor that nobody gave out is refused", async () => {
    const params = { articleId: desk.article.id };
    const { status } = await desk.call(annotations.GET, editor, { params, query: "?after=nonsense" });
    expect(status).toBe(400);
  });
});

describe("what is refused by the desk", () => {
  const create = (as: string, body: object) =>
    desk.call(annotations.POST, as, { params: { articleId: desk.article.id }, body });

  test("wrong offsets and quotes: 422", async () => {
    const wrong = await create(editor, { ...passage(), exact: "491 people were freed" });
    expect([wrong.status, wrong.json.error.code]).toEqual([422, "quote_mismatch"]);
    const far = await create(editor, { ...passage(), end: 900_000 });
    expect([far.status, far.json.error.code]).toEqual([422, "out_of_range"]);
  });

  test("a viewer's change: 403; another's dossier: 404; an id that is none: 404", async () => {
    expect((await create(viewer, passage())).status).toBe(403);
    expect((await create(outsider, passage())).status).toBe(404);
    for (const dossierId of [uuidv7(), "nonsense", "1 OR 1=1"]) {
      const { status, json } = await desk.call(dossier.GET, editor, { params: { dossierId } });
      expect([status, json.error.code]).toEqual([404, "not_found"]);
    }
  });

  test("a stale version: 409 with what is stored", async () => {
    const made = await create(editor, passage("Nobody else"));
    const params = { annotationId: made.json.id as string };
    const change = (note: string) =>
      desk.call(annotation.PATCH, editor, { method: "PATCH", params, body: { version: 1, note } });
    expect((await change("first")).status).toBe(200);
    const { status, json } = await change("second");
    expect([status, json.error.code, json.error.current.note]).toEqual([409, "stale", "first"]);
    const removed = await desk.call(annotation.DELETE, editor, {
      method: "DELETE",
      params,
      query: "?version=2",
    });
    expect(removed.status).toBe(200);
  });

  test("the same create again: the same success; with other content: 409", async () => {
    const id = uuidv7();
    const words = "people were";
    const first = await create(editor, { ...passage(words), id });
    const again = await create(editor, { ...passage(words), id });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json.id).toBe(id);
    const other = await create(editor, { ...passage(words), id, kind: "figure" });
    expect([other.status, other.json.error.code]).toEqual([409, "duplicate"]);
    // Ids are the same however their letters are written.
    expect((await create(editor, { ...passage(words), id: id.toUpperCase() })).json.id).toBe(id);
    const twin = await create(editor, passage(words));
    expect([twin.status, twin.json.error.code, twin.json.error.current.id]).toEqual([409, "duplicate", id]);
  });

  test("the same pair linked twice, in either order: 409", async () => {
    const [from, to] = [await desk.tag("The minister"), await desk.tag("All were told")];
    const link = (body: object) =>
      desk.call(links.POST, editor, { params: here(), body: { relation: "contradicts", ...body } });
    expect((await link({ from: from.id, to: to.id })).status).toBe(201);
    expect((await link({ from: to.id, to: from.id })).status).toBe(409);
    expect((await link({ from: from.id, to: from.id })).status).toBe(400);
  });
});

describe("articles", () => {
  const add = (body: unknown, headers?: Record<string, string>) =>
    desk.call(articles.POST, editor, { params: here(), body, headers });
  const upload = (content: BlobPart, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("file", new File([content], name));
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    return form;
  };

  test("come as text, and as a file whose name is their title", async () => {
    expect((await add({ title: "Pasted", text: "One.\n\nTwo." })).status).toBe(201);
    const { status, json } = await add(upload("One.\n\nTwo.", "a story.txt", { language: "en" }));
    expect([status, json.title, json.language]).toEqual([201, "a story", "en"]);
    const read = await desk.call(article.GET, editor, { params: { articleId: json.id } });
    expect(read.json.revision.text).toBe("One.\nTwo.");
    const stored = await desk.db.revision.findFirstOrThrow({ where: { articleId: json.id } });
    expect(stored.originalName).toBe("a story.txt");
  });

  test("are shown before they are stored", async () => {
    const before = await rowsAndEntries();
    const { status, json } = await desk.call(preview.POST, editor, {
      params: here(),
      body: upload("One.\n\nTwo.", "a.txt"),
    });
    expect([status, json.paragraphs]).toEqual([200, 2]);
    expect(await rowsAndEntries()).toEqual(before);
  });

  test.each<[string, () => unknown, number, string]>([
    ["6 MB of text", () => ({ title: "Long", text: "a".repeat(6_000_000) }), 413, "too_large"],
    ["a body past 8 MB", () => ({ title: "Long", text: "a".repeat(9_000_000) }), 413, "too_large"],
    ["a file past 5 MB", () => upload("a".repeat(6_000_000), "long.txt"), 413, "too_large"],
    [
      "a picture called text",
      () => upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "a.txt"),
      415,
      "unsupported_type",
    ],
    ["a NUL", () => ({ title: "NUL", text: "a\0b" }), 400, "invalid"],
    ["a lone surrogate", () => '{"title":"x","text":"a\\ud800b"}', 400, "invalid"],
    ["white space", () => ({ title: "Nothing", text: "  \n " }), 400, "invalid"],
    ["neither text nor html", () => ({ title: "Nothing" }), 400, "invalid"],
    ["both text and html", () => ({ title: "Two", text: "a", html: "a" }), 400, "invalid"],
    [
      "a form without a file",
      () => {
        const form = new FormData();
        form.set("title", "x");
        return form;
      },
      400,
      "invalid",
    ],
  ])("%s is refused, and nothing is written", async (_name, body, status, code) => {
    const before = await rowsAndEntries();
    const answer = await add(body());
    expect([answer.status, answer.json.error?.code]).toEqual([status, code]);
    expect(await rowsAndEntries()).toEqual(before);
  });

  test("sentences are cleared, and opened again by query or body", async () => {
    const params = { articleId: desk.article.id };
    const [sentence] = (await desk.call(article.GET, editor, { params })).json.revision.sentences;
    const clear = () => desk.call(cleared.PUT, editor, { method: "PUT", params, body: sentence });
    expect((await clear()).status).toBe(200);
    const query = `?start=${sentence.start}&end=${sentence.end}`;
    expect((await desk.call(cleared.DELETE, editor, { method: "DELETE", params, query })).status).toBe(200);
    expect((await clear()).status).toBe(200);
    expect(
      (await desk.call(cleared.DELETE, editor, { method: "DELETE", params, body: sentence })).status,
    ).toBe(200);
  });
});

describe("reading a dossier", () => {
  test("its state and its journal agree", async () => {
    const now = await desk.call(state.GET, viewer, { params: here() });
    const page = await desk.call(events.GET, viewer, { params: here(), query: "?limit=2" });
    expect(page.json.items.map((entry: { seq: number }) => entry.seq)).toEqual([1, 2]);
    expect(page.json.next).toBe(2);
    const rest = await desk.call(events.GET, viewer, { params: here(), query: "?after=2&limit=1000" });
    expect(rest.json.items.at(-1).seq).toBe(now.json.seq);
    expect(rest.json.next).toBeNull();
    expect((await desk.call(events.GET, outsider, { params: here() })).status).toBe(404);
    expect(now.headers.get("cache-control")).toBe("no-store");
  });
});

describe("what anyone may ask", () => {
  test("health", async () => {
    const { status, json } = await desk.call(health.GET, null);
    expect([status, json.ok, json.database]).toEqual([200, true, true]);
  });

  test("verification of a file, a limited number of times", async () => {
    const ask = (body: unknown, headers = {}) => desk.call(verify.POST, null, { body, headers });
    const { status, json } = await ask("<p>no export</p>", { "content-type": "text/html" });
    expect([status, json.valid, json.signOffs]).toEqual([200, false, []]);
    expect((await ask(new Uint8Array())).status).toBe(400);
    const many = await Promise.all(Array.from({ length: 40 }, () => ask("{}")));
    const refused = many.find((answer) => answer.status === 429);
    expect(refused?.json.error.code).toBe("rate_limited");
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(many.filter((answer) => answer.status === 200)).toHaveLength(28);
  });
});
