import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addArticle } from "@/lib/articles/commands";
import { searchInput } from "@/lib/search/schema";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { blockRows } from "./blockRows";
import { fold } from "./fold";
import { searchDossier } from "./queries";
import { parseQuery, textSearchQuery } from "./query";
import { storeMissingBlocks } from "./storeBlocks";
import { tokensOf } from "./words";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const add = (title: string, text: string, language = "en") =>
  addArticle(desk.editor, { dossierId: desk.dossierId, title, text, language, paragraphs: "line" });

async function search(q: string, more: object = {}) {
  const input = searchInput.parse({ dossierId: desk.dossierId, q, ...more });
  return searchDossier(desk.viewer, input);
}
const exacts = async (q: string) => (await search(q)).items.map(({ exact }) => exact);

test("passages of all articles, in order, with their sentences and annotations", async () => {
  const first = await desk.tag("490 people");
  const other = await add("Another", "Two people left. The minister freed 490 people, he said. Nobody came.");
  const { items, next, paragraphs, articles } = await search("490 people");
  expect(items).toEqual([
    {
      ...{ articleId: desk.article.id, revisionId: desk.article.revisionId },
      ...{ start: first.start, end: first.end, exact: "490 people" },
      ...{ before: "The minister said ", after: " were freed.", annotationIds: [first.id] },
    },
    {
      ...{ articleId: other.id, revisionId: other.revisionId },
      ...{ start: 36, end: 46, exact: "490 people" },
      ...{ before: "The minister freed ", after: ", he said.", annotationIds: [] },
    },
  ]);
  expect(next).toBeNull();
  expect(paragraphs).toBe(2);
  expect(articles).toEqual([
    { id: desk.article.id, paragraphs: 1 },
    { id: other.id, paragraphs: 1 },
  ]);
  expect((await search("490 people", { article: other.id })).items.length).toBe(1);
});

test("Arabic forms, accents, quotes and words left out", async () => {
  await add("عربي", "أُطلق سراح الأسرى بموجب العفو.\nوقال الوزير: ٧٧٧ أسيرًا", "ar");
  await add("French", "L’Élysée a démenti.\nl'elysee confirme");
  expect(await exacts("اطلق")).toEqual(["أُطلق"]);
  expect(await exacts("عفو")).toEqual(["العفو"]);
  expect(await exacts("قال ٧٧٧")).toEqual(["وقال الوزير: ٧٧٧"]);
  expect(await exacts("elysee")).toEqual(["Élysée", "elysee"]);
  expect(await exacts('"Élysée"')).toEqual(["Élysée"]);
  expect(await exacts("ELYSEE -confirm")).toEqual(["Élysée"]);
});

test("pages follow on each other without a gap or a repetition", async () => {
  await add("Many", Array.from({ length: 7 }, (_, i) => `zebra zebra ${i} zebra`).join("\n"));
  await add("More", "a zebra");
  const whole = (await search("zebra")).items;
  expect(whole.length).toBe(22);
  for (const limit of [1, 4, 21]) {
    const paged = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await search("zebra", { limit, after });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      paged.push(...page.items);
      after = page.next;
    }
    expect(paged).toEqual(whole);
  }
});

describe("nothing typed is read as an operator", () => {
  test.each([
    "a' | 'b",
    "people:* & !x",
    "\\' OR 1=1 --",
    "((((",
    "people <-> were",
    "💥 people",
    "% _ people",
    '"people were" )',
    "'; DROP TABLE search_block; --",
  ])("%s", async (q) => {
    const answer = await search(q).catch((refusal: unknown) => refusal);
    if (answer instanceof Error) expect(answer.message).toBe("Write a word or a number to look for.");
    expect((await search("people")).items.length).toBeGreaterThan(0);
  });
});

test("whatever has words is found by each of them", async () => {
  // What Postgres would read otherwise: paths, addresses, decimals, tags, versions.
  const text =
    "he/she a@b.example 1.310,50 -5 1e5 http://x.example/a?b=c <b>bold</b> /usr/bin v1.2.3 19th foo_bar x² क्षि ไทย 한국 ﷺ İstanbul ½ 3D";
  await add("Odd", text);
  for (const word of tokensOf(fold(text).text)) {
    expect(await exacts(word), word).not.toEqual([]);
  }
});

test("a paragraph of any words can be stored, and is found by each of them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", minLength: 1 })), async (parts) => {
      const words = blockRows(
        parts
          .join(" ")
          .normalize("NFC")
          .replace(/[\0\n]/g, ""),
      ).words.join(" ");
      const query = parseQuery(words.slice(0, 60)).query;
      fc.pre(query !== null && words.length <= 60);
      const [row] = await desk.db.$queryRaw<{ found: boolean }[]>`
        SELECT array_to_tsvector(string_to_array(${words}, ' ')) @@ ${textSearchQuery(query)}::tsquery AS found`;
      expect(row?.found).toBe(true);
    }),
  );
});

test("a paragraph of any length can be stored and searched", async () => {
  const { id } = await add(
    "Long",
    `${Array.from({ length: 60_000 }, (_, i) => `w${i}q`).join(" ")} the end.`,
  );
  const { items } = await search("w59999q end", { article: id });
  expect(items.map(({ exact }) => exact)).toEqual(["w59999q the end"]);
});

test("older texts become findable, once, by two processes at the same time", async () => {
  await desk.db.searchBlock.deleteMany();
  expect((await search("minister")).items).toEqual([]);
  await Promise.all([storeMissingBlocks(desk.db), storeMissingBlocks(desk.db)]);
  expect((await search("490 minister")).items.length).toBeGreaterThan(0);
  expect(await storeMissingBlocks(desk.db)).toBe(0);
});

test("a deleted article is not found; a stranger learns nothing; an empty question is refused", async () => {
  const gone = await add("Gone", "vanishing words");
  expect((await search("vanishing")).items.length).toBe(1);
  await desk.db.article.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
  expect((await search("vanishing")).items).toEqual([]);
  const input = searchInput.parse({ dossierId: desk.dossierId, q: "minister" });
  await expect(searchDossier(desk.outsider, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(search("-minister")).rejects.toMatchObject({ code: "invalid", field: "q" });
  expect(searchInput.safeParse({ dossierId: desk.dossierId, q: "  " }).success).toBe(false);
});
