import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import { consistencyFaults } from "@/lib/checkpoints/consistent";
import { verifyJournal } from "@/lib/checkpoints/journalFile";
import { makeCheckpoint } from "@/lib/checkpoints/make";
import { journalLines } from "@/lib/log/serveExport";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import { type ApiDesk, openApiDesk } from "@/lib/testing/apiCalls";
import { GET as checkpoints } from "./dossiers/[dossierId]/checkpoints/route";
import { GET as check } from "./dossiers/[dossierId]/journal/check/route";
import { GET as entry } from "./dossiers/[dossierId]/journal/entries/[seq]/route";
import { GET as exported } from "./dossiers/[dossierId]/journal/export/route";
import { GET as proof } from "./dossiers/[dossierId]/journal/proof/route";
import { GET as list } from "./dossiers/[dossierId]/journal/route";

let desk: ApiDesk;
let folder: string;
let reader: string;
let annotationId: string;
const before = process.env.STET_DATA_DIR;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-log-"));
  process.env.STET_DATA_DIR = folder;
  desk = await openApiDesk();
  reader = await desk.token(desk.viewer.caller.id, ["read"]);
  ({ id: annotationId } = await desk.tag("490 people", "figure"));
  await changeAnnotation(desk.editor2, { annotationId, version: 1, note: "By which count?" });
  await makeCheckpoint(desk.db, desk.dossierId);
  await desk.tag("Nobody else");
});
afterAll(async () => {
  await desk.close();
  if (before === undefined) delete process.env.STET_DATA_DIR;
  else process.env.STET_DATA_DIR = before;
  await rm(folder, { recursive: true });
});

const call = (handler: typeof list, query = "", more = {}, who = reader) =>
  desk.call(handler, who, { params: { dossierId: desk.dossierId, ...more }, query });

describe("the log by the API", () => {
  test("is every entry in words, newest first, a page at a time", async () => {
    const first = await call(list, "?limit=2");
    expect(first.json.items).toHaveLength(2);
    expect(first.json.items[0]).toMatchObject({
      did: expect.stringContaining("tagged"),
      what: "Nobody else",
    });
    const rest = await call(list, `?before=${first.json.next}`);
    const seqs = [...first.json.items, ...rest.json.items].map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual(seqs.map((_, i) => seqs.length - i));
    expect(rest.json.next).toBeNull();
  });

  test.each([
    ["a person", () => `?actor=${desk.editor2.caller.id}`, ["annotation.changed"]],
    ["a type", () => "?type=annotation.changed", ["annotation.changed"]],
    ["a subject", () => `?subject=${annotationId}`, ["annotation.changed", "annotation.created"]],
    ["a time before all", () => "?to=2001-01-01T00:00:00.000Z", []],
    ["a time after all", () => "?from=2201-01-01T00:00:00.000Z", []],
  ])("is narrowed to %s", async (_, query, types) => {
    const { json } = await call(list, query());
    expect(json.items.map(({ type }: { type: string }) => type)).toEqual(types);
  });

  test("an entry is read whole; one that is not there is not found", async () => {
    const { json } = await call(entry, "", { seq: "1" });
    expect(json).toMatchObject({ seq: 1, type: "dossier.created", prev: "" });
    expect((await call(entry, "", { seq: "9999" })).status).toBe(404);
  });

  test("the whole is checked, and goes out as a file that verifies by itself", async () => {
    const { items } = (await call(checkpoints)).json;
    const checked = (await call(check)).json;
    expect(checked).toMatchObject({ faults: [], newest: { size: items[0].signed.size } });
    const lines = (async function* () {
      for await (const piece of journalLines(desk.db, desk.dossierId)) yield* piece.trimEnd().split("\n");
    })();
    const verdict = await verifyJournal(lines, await knownPublicKeys(folder), items);
    expect(verdict).toMatchObject({ valid: true, reasons: [], size: checked.size });
    const answer = await exported(
      new Request("http://stet.test/x", {
        headers: { authorization: reader.replace(/^authorization: /i, "") },
      }),
      { params: Promise.resolve({ dossierId: desk.dossierId }) },
    );
    expect(answer.headers.get("content-type")).toContain("jsonl");
    expect((await answer.text()).trimEnd().split("\n")).toHaveLength(checked.size + 2);
  });

  test("what it was and what it is are shown to be one", async () => {
    const { items } = (await call(checkpoints)).json;
    const [newer, older] = items;
    const { json } = await call(proof, `?from=${older.signed.size}&to=${newer.signed.size}`);
    expect(consistencyFaults(older, newer, json, await knownPublicKeys(folder))).toEqual([]);
    expect((await call(proof, "?from=5&to=2")).status).toBe(400);
    expect((await call(proof, "?from=1&to=9999")).status).toBe(400);
  });

  test("is nobody’s but the dossier’s", async () => {
    const stranger = await desk.token(desk.outsider.caller.id, ["read"]);
    for (const handler of [list, check, exported, checkpoints]) {
      expect((await call(handler, "", {}, stranger)).status).toBe(404);
    }
  });
});
