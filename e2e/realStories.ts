import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { call } from "./people";

/** Where the two real stories lie, beside the project; they are no part of it. */
export const storiesFolder = join(import.meta.dirname, "../../shared/articles");
export const realFiles = {
  later: join(storiesFolder, "000_d03758b83c4b2914.txt"),
  earlier: join(storiesFolder, "003_96b4aced2fe03b87.txt"),
};
export const areHere = Object.values(realFiles).every((file) => existsSync(file));

export type StoryName = keyof typeof realFiles;
export const storyTitles: Record<StoryName, string> = {
  later: "The amnesty of 2014",
  earlier: "The amnesty of 2011",
};

type Kind = "claim" | "figure" | "official_statement";
type Passage = { in: StoryName; says: string; kind: Kind; attributes: Record<string, unknown> };

const assad = { speaker: "Bashar al-Assad", role: "President" };
const decree2014 = { speaker: "Presidential decree", via: ["state media"], saidOn: "2014-06-09" };
const people = { unit: "people" };

/** What is worth checking in the two stories: by a few words of each, with who said it, when, and how many. */
const passages = {
  allPrisoners: {
    ...{ in: "earlier", says: "all political prisoners", kind: "official_statement" },
    attributes: { ...assad, saidOn: "2011-05-31" },
  },
  notSatisfactory: {
    ...{ in: "earlier", says: "that amnesty was not satisfactory", kind: "official_statement" },
    attributes: { ...assad, saidOn: "2011-06-20" },
  },
  secondAmnesty: {
    ...{ in: "earlier", says: "crimes committed before the date of June 20", kind: "official_statement" },
    attributes: { ...assad, via: ["SANA"], saidOn: "2011-06-21" },
  },
  hundredsFreed: {
    ...{ in: "earlier", says: "Hundreds of detainees were released", kind: "claim" },
    attributes: { speaker: "rights groups", saidOn: "2011-06-20" },
  },
  hundredsKilled: {
    ...{ in: "earlier", says: "cost hundreds of lives", kind: "figure" },
    attributes: { ...people, min: 200, max: 999 },
  },
  allKilled: {
    ...{ in: "earlier", says: "1,310 civilians and 341 security force members", kind: "figure" },
    attributes: { ...people, value: 1651, asOf: "2011-06-21" },
  },
  rallied: {
    ...{ in: "earlier", says: "Tens of thousands of people rallied", kind: "claim" },
    attributes: { saidOn: "2011-06-21" },
  },
  millions: {
    ...{ in: "earlier", says: "Millions of Syrians", kind: "claim" },
    attributes: { speaker: "State television", saidOn: "2011-06-21" },
  },
  condemned: {
    ...{ in: "earlier", says: "protesters condemned the speech", kind: "claim" },
    attributes: { speaker: "Rami Abdel Rahman", saidOn: "2011-06-21" },
  },
  decree: {
    ...{ in: "later", says: "all crimes committed before last Tuesday", kind: "official_statement" },
    attributes: decree2014,
  },
  commuted: {
    ...{ in: "later", says: "merely have their sentences commuted", kind: "official_statement" },
    attributes: decree2014,
  },
  terrorism: {
    ...{ in: "later", says: "guilty of “terrorism,”", kind: "official_statement" },
    attributes: { speaker: "State Television", saidOn: "2014-06-09" },
  },
  noTerroristActs: {
    ...{ in: "later", says: "did not commit any terrorist acts", kind: "claim" },
    attributes: { speaker: "al-Thawra", saidOn: "2014-06-09" },
  },
  freed: {
    ...{ in: "later", says: "people have been freed", kind: "figure" },
    attributes: { ...people, value: 490, asOf: "2014-06-09" },
  },
  minorCriminals: {
    ...{ in: "later", says: "release of minor criminals", kind: "claim" },
    attributes: { saidOn: "2014-06-09" },
  },
  stillHeld: {
    ...{ in: "later", says: "have remained behind bars", kind: "claim" },
    attributes: { saidOn: "2014-06-09" },
  },
} as const satisfies Record<string, Passage>;
export type PassageName = keyof typeof passages;

/** What a passage says, as the desk shows it. */
export const says = (name: PassageName) => passages[name].says;

type Link = { from: PassageName; to: PassageName; relation: string; [detail: string]: string };

/** How the passages stand to each other, but for the two that a person links on the desk. */
export const links: readonly Link[] = [
  {
    from: "allKilled",
    to: "hundredsKilled",
    relation: "contradicts",
    subtype: "figure",
    strength: "apparent",
  },
  {
    ...{ from: "stillHeld", to: "allPrisoners", relation: "contradicts", subtype: "counterexample" },
    ...{ strength: "apparent", severity: "major", rationale: "Nobody said that all of them were let go." },
  },
  { from: "notSatisfactory", to: "allPrisoners", relation: "qualifies", sameEvent: "yes" },
  { from: "secondAmnesty", to: "notSatisfactory", relation: "supersedes" },
  { from: "decree", to: "secondAmnesty", relation: "supersedes", sameEvent: "no" },
  { from: "terrorism", to: "decree", relation: "qualifies", sameEvent: "yes" },
  { from: "commuted", to: "decree", relation: "qualifies", sameEvent: "yes" },
  { from: "minorCriminals", to: "hundredsFreed", relation: "qualifies" },
  { from: "condemned", to: "notSatisfactory", relation: "disputes" },
  { from: "noTerroristActs", to: "terrorism", relation: "repeats", sameEvent: "yes" },
  { from: "freed", to: "hundredsFreed", relation: "context", sameEvent: "no" },
];

export type WorkedThrough = {
  dossierId: string;
  /** Ids of the articles, of the passages and of the links, the latter by "from to". */
  articles: Record<StoryName, string>;
  passages: Record<PassageName, string>;
  links: ReadonlyMap<string, string>;
};

/**
 * A dossier with both stories, every passage tagged and every one of {@link links} made: by `page`'s person; the
 * passages of the later story by `other`'s, where there is another.
 */
export async function workThrough(page: Page, title: string, other = page): Promise<WorkedThrough> {
  const post = async (path: string, data: unknown, by = page) => {
    const answer = await call(by, "POST", path, data);
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(201);
    return answer.json();
  };
  const { id: dossierId } = await post("/api/dossiers", { title });
  for (const role of ["editor", "reviewer"]) {
    await post(`/api/dossiers/${dossierId}/members`, { email: `${role}@stet.example`, role });
  }
  const bring = async (name: StoryName, publishedOn: string, outlet: string) => {
    const text = readFileSync(realFiles[name], "utf8");
    const article = { title: storyTitles[name], text, publishedOn, outlet };
    const { id } = await post(`/api/dossiers/${dossierId}/articles`, article);
    const { revision } = await (await call(page, "GET", `/api/articles/${id}`)).json();
    return { id: id as string, text: revision.text as string };
  };
  const stories = {
    later: await bring("later", "2014-06-09", "A newspaper"),
    earlier: await bring("earlier", "2011-06-21", "An agency"),
  };
  const made: [string, string][] = [];
  for (const [name, passage] of Object.entries(passages)) {
    const { id, text } = stories[passage.in];
    const start = text.indexOf(passage.says);
    expect(start, `“${passage.says}” in ${passage.in}`).toBeGreaterThanOrEqual(0);
    const range = { start, end: start + passage.says.length, exact: passage.says };
    const { kind, attributes } = passage;
    const by = passage.in === "later" ? other : page;
    const tagged = await post(`/api/articles/${id}/annotations`, { ...range, kind, attributes }, by);
    made.push([name, tagged.id]);
  }
  const ids = Object.fromEntries(made) as Record<PassageName, string>;
  const linked = new Map<string, string>();
  for (const { from, to, ...more } of links) {
    const link = { from: ids[from], to: ids[to], ...more };
    linked.set(`${from} ${to}`, (await post(`/api/dossiers/${dossierId}/links`, link)).id);
  }
  const articles = { later: stories.later.id, earlier: stories.earlier.id };
  return { dossierId, articles, passages: ids, links: linked };
}
