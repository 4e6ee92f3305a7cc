import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation, deleteAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { readBoard } from "./boardQueries";
import { changeLinks } from "./bulkCommands";
import { changeLink, createLink, seeLink } from "./commands";
import { endsDigest } from "./ends";
import { parseFilter } from "./filter";
import { listLinks } from "./queries";
import { readRelated } from "./relatedQueries";
import type { Link } from "./schema";
import { boardSpeakers } from "./speakerQueries";

let desk: TestDesk;
let figure: Annotation;
let claim: Annotation;
let order: Annotation;
let contradicts: Link;
let qualifies: Link;
let supersedes: Link;

beforeAll(async () => {
  desk = await openDesk();
  figure = await desk.tag("490 people were freed", "figure");
  claim = await desk.tag("Nobody else confirmed it");
  order = await desk.tag("All were told to wait", "official_statement");
  const link = (from: Annotation, to: Annotation, relation: Link["relation"], more: object = {}) =>
    createLink(desk.editor, { dossierId: desk.dossierId, from: from.id, to: to.id, relation, ...more });
  contradicts = await link(claim, figure, "contradicts", { subtype: "figure", severity: "critical" });
  qualifies = await link(order, claim, "qualifies", { rationale: "100 % of_them" });
  supersedes = await link(order, figure, "supersedes");
});
afterAll(() => desk.close());

const read = (query: string, more: object = {}) =>
  readBoard(desk.viewer, { dossierId: desk.dossierId, limit: 50, ...parseFilter(query), ...more });
const ids = async (query: string) => (await read(query)).items.map(({ link }) => link.id);

describe("the board", () => {
  test("shows both passages with the words around them", async () => {
    const { items, total } = await read("relation=contradicts");
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      link: contradicts,
      flagged: false,
      to: { before: "The minister said ", after: ".", annotation: { exact: figure.exact } },
      from: { before: "The minister said 490 people were freed. ", after: "." },
    });
    await expect(
      readBoard(desk.outsider, { dossierId: desk.dossierId, limit: 50, ...parseFilter("") }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("filters by each of its fields", async () => {
    const all = [supersedes.id, qualifies.id, contradicts.id];
    expect(await ids("")).toEqual(all);
    expect(await ids("subtype=figure")).toEqual([contradicts.id]);
    expect(await ids("severity=none,minor")).toEqual([supersedes.id, qualifies.id]);
    expect(await ids("status=confirmed")).toEqual([]);
    expect(await ids("owner=none")).toEqual(all);
    expect(await ids(`owner=${desk.owner.caller.id}`)).toEqual([]);
    expect(await ids(`article=${desk.article.id}`)).toEqual(all);
    expect(await ids("q=490%20people")).toEqual([supersedes.id, contradicts.id]);
    expect(await ids("q=100%25%20OF_")).toEqual([]);
    expect(await ids("q=100%20%25%20OF_")).toEqual([qualifies.id]);
    expect(await ids("q=NOBODY%20%C3%A9lse")).toEqual([qualifies.id, contradicts.id]);
    expect(await ids("q=%20")).toEqual(all);
    expect(await ids("since=2014-01-01")).toEqual([]);
    const { items } = await listLinks(desk.viewer, {
      ...{ dossierId: desk.dossierId, limit: 50, ...parseFilter("subtype=none") },
    });
    expect(items.map(({ id }) => id)).toEqual([supersedes.id, qualifies.id]);
  });

  test.each(["newest", "changed", "severity", "status", "article", "date"])(
    "sorted by %s, pages meet without gap or repeat",
    async (sort) => {
      const whole = await ids(`sort=${sort}`);
      expect(whole.toSorted()).toEqual([contradicts.id, qualifies.id, supersedes.id].toSorted());
      const paged: string[] = [];
      let after: string | null | undefined;
      do {
        const page = await read(`sort=${sort}`, { limit: 1, ...(after && { after }) });
        paged.push(...page.items.map(({ link }) => link.id));
        after = page.next;
      } while (after);
      expect(paged).toEqual(whole);
    },
  );

  test("a full last page has no next one, and an empty one still tells how many there are", async () => {
    expect(await read("", { limit: 3 })).toMatchObject({ next: null, total: 3 });
    expect(await read("", { limit: 2 })).toMatchObject({ next: qualifies.id, total: 3 });
    expect(await read("", { after: contradicts.id })).toEqual({ items: [], next: null, total: 3 });
  });

  test("finds a speaker however the name is spelt", async () => {
    const attributes = { speaker: "Élodie Martin", saidOn: "2014-06-09" };
    order = await changeAnnotation(desk.editor, { annotationId: order.id, version: 1, attributes });
    expect(await boardSpeakers(desk.viewer, desk.dossierId)).toEqual(["Élodie Martin"]);
    expect(await ids("speaker=elodie%20MARTIN")).toEqual([supersedes.id, qualifies.id]);
    expect(await ids("since=2014-06-09&until=2014-06-09")).toEqual([supersedes.id, qualifies.id]);
  });
});

describe("another look", () => {
  test("is asked for once an end says something else, until somebody looks", async () => {
    const digest = async () => (await read(`q=490`, { link: contradicts.id })).items[0];
    figure = await changeAnnotation(desk.editor, {
      ...{ annotationId: figure.id, version: figure.version, attributes: { value: 490, unit: "people" } },
    });
    expect((await digest())?.flagged).toBe(true);
    expect(await ids("flagged=true")).toEqual(expect.arrayContaining([contradicts.id]));
    const before = (await digest())?.link;
    const seen = await seeLink(desk.editor2, { linkId: contradicts.id, version: contradicts.version });
    expect(seen).toEqual({ ...before, endsDigest: endsDigest(claim, figure) });
    expect((await digest())?.flagged).toBe(false);
    expect(await ids("flagged=true&relation=contradicts")).toEqual([]);
    contradicts = seen;
  });

  test("does not count for words that changed after they were shown", async () => {
    const shown = endsDigest(claim, figure);
    figure = await changeAnnotation(desk.editor, {
      ...{ annotationId: figure.id, version: figure.version, attributes: { value: 49, unit: "people" } },
    });
    const { id: linkId, version } = contradicts;
    const late = { linkId, version, endsDigest: shown };
    const refusal = { code: "stale", current: contradicts };
    await expect(seeLink(desk.editor2, late)).rejects.toMatchObject(refusal);
    await expect(changeLink(desk.editor2, { ...late, rationale: "?" })).rejects.toMatchObject(refusal);
    const { items } = await changeLinks(desk.editor2, {
      dossierId: desk.dossierId,
      items: [{ id: linkId, version, endsDigest: shown }],
      change: { status: "confirmed", statusReason: "Both stand." },
    });
    expect(items).toMatchObject([{ id: linkId, refusal }]);
    contradicts = await seeLink(desk.editor2, { ...late, endsDigest: endsDigest(claim, figure) });
    expect(contradicts).toMatchObject({ version, endsDigest: endsDigest(claim, figure) });
  });

  test.each<Annotation["attributes"]>([
    { value: 1e21, min: -2.5e-9 },
    { value: 1_310.75, approximate: false, unit: 'the "freed" \\ ١٢' },
    {},
  ])("the digest is the same here and in Postgres: %j", async (attributes) => {
    figure = await changeAnnotation(desk.editor, {
      ...{ annotationId: figure.id, version: figure.version, attributes },
    });
    const hedged = { hedges: ["as far as “known”", "tab\there"].map((one) => one.replace("\t", " ")) };
    claim = await changeAnnotation(desk.editor, {
      ...{ annotationId: claim.id, version: claim.version, attributes: hedged },
    });
    contradicts = await seeLink(desk.editor, { linkId: contradicts.id, version: contradicts.version });
    expect(contradicts.endsDigest).toBe(endsDigest(claim, figure));
  });
});

describe("deciding in bulk", () => {
  const items = () => [contradicts, qualifies].map(({ id, version }) => ({ id, version }));
  const change = (wanted: object, chosen = items()) =>
    changeLinks(desk.editor2, { dossierId: desk.dossierId, items: chosen, change: wanted });

  test("is refused whole without a reason, or to someone who is not here", async () => {
    await expect(change({ status: "confirmed" })).rejects.toMatchObject({ field: "statusReason" });
    await expect(change({ owner: desk.outsider.caller.id })).rejects.toMatchObject({ code: "invalid" });
  });

  test("changes what it can, names the rest, and journals each", async () => {
    const { journalSeq } = await desk.db.dossier.findUniqueOrThrow({ where: { id: desk.dossierId } });
    const stale = { id: supersedes.id, version: 7 };
    const decision = { status: "explained", statusReason: " Two events. ", owner: desk.owner.caller.id };
    const answer = await change(decision, [...items(), stale]);
    expect(answer.items).toMatchObject([
      { id: contradicts.id, link: { status: "explained", statusReason: "Two events.", version: 2 } },
      { id: qualifies.id, link: { owner: desk.owner.caller.id } },
      { id: supersedes.id, refusal: { code: "stale", current: { version: 1, status: "open" } } },
    ]);
    const entries = await desk.db.journalEntry.findMany({ where: { seq: { gt: journalSeq } } });
    expect(entries.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ["link.changed", contradicts.id],
      ["link.changed", qualifies.id],
    ]);
    contradicts = { ...contradicts, version: 2 };
    qualifies = { ...qualifies, version: 2 };
    const emptied = await change({ statusReason: "" });
    expect(emptied.items).toMatchObject(Array(2).fill({ refusal: { code: "invalid" } }));
    const severe = await change({ severity: "minor" });
    expect(severe.items).toMatchObject([
      { link: { severity: "minor" } },
      { refusal: { code: "invalid", message: expect.stringContaining("severity") } },
    ]);
  });
});

describe("who else said this", () => {
  test("leads to the same speaker and the same figure", async () => {
    const other = await desk.tag("The minister said 490", "figure");
    const again = await desk.tag("All were told");
    await changeAnnotation(desk.editor, {
      ...{ annotationId: again.id, version: 1, attributes: { speaker: "ELODIE Martin" } },
    });
    const byFigure = await readRelated(desk.viewer, { annotationId: other.id });
    expect(byFigure.items.map((one) => [one.annotation.id, one.same])).toEqual([[figure.id, "figure"]]);
    const bySpeaker = await readRelated(desk.viewer, { annotationId: again.id });
    expect(bySpeaker.items.map((one) => [one.annotation.id, one.same])).toEqual([[order.id, "speaker"]]);
  });
});

test("a link whose end is deleted is on no board, but still a place in it", async () => {
  await changeLink(desk.editor, { linkId: supersedes.id, version: 1, rationale: "later" });
  await deleteAnnotation(desk.editor, { annotationId: order.id, version: order.version });
  expect(await ids("")).toEqual([contradicts.id]);
  const behind = await read("", { after: qualifies.id });
  expect(behind.items.map(({ link }) => link.id)).toEqual([contradicts.id]);
});
