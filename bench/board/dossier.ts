import { uuidv7 } from "uuidv7";
import { seededRandom } from "@/bench/random";
import { readyDatabase } from "@/bin/readyDatabase";
import { addArticle } from "@/lib/articles/commands";
import { scopes } from "@/lib/auth/caller";
import { type Database, openDatabase } from "@/lib/db/client";
import { createDossier } from "@/lib/dossiers/commands";

const ARTICLES = 200;
const ANNOTATIONS = 20_000;
const LINKS = 5_000;
const TOPICS = 20;
const DAY_MS = 86_400_000;
/** Days that the articles are from. */
const DAYS = 900;

/** The dossier that boards are measured on: its id, and annotations that are not linked yet. */
export type LargeDossier = { id: string; unlinked: readonly string[] };

const paragraph =
  "The ministry said that “490 people” were freed. Nobody else confirmed it – Zoë Élysée neither. All were told to wait until the list was printed.";

/**
 * Puts a dossier of 200 articles, 20,000 annotations and 5,000 links into the installation in STET_DATA_DIR; it
 * belongs to `email`.
 */
export async function loadDossier(email: string): Promise<LargeDossier> {
  const database = await readyDatabase();
  const db = openDatabase(database.url, database.role);
  try {
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    const caller = { id: user.id, name: user.name, email, isAdmin: user.isAdmin, inPerson: true, scopes };
    const context = { db, caller };
    const { id } = await createDossier(context, { title: "Bench of links" });
    const about = { title: "One", text: paragraph, paragraphs: "line" } as const;
    const article = await addArticle(context, { dossierId: id, ...about });
    return { id, unlinked: await fill(db, { dossierId: id, articleId: article.id, userId: user.id }) };
  } finally {
    await db.$disconnect();
    await database.release();
  }
}

type Place = { dossierId: string; articleId: string; userId: string };

/** Rows straight into the tables: what is measured is reading, and 25,000 commands would take minutes. */
async function fill(db: Database, { dossierId, articleId, userId }: Place): Promise<string[]> {
  const random = seededRandom(11);
  const pick = (count: number) => Math.floor(random() * count);
  const oftenFirst = (count: number) => Math.floor(random() ** 1.6 * count);
  const who = { createdById: userId, updatedById: userId };
  const [model] = await db.revision.findMany({ where: { articleId } });
  if (!model) throw new Error("The desk has no revision.");
  const long = Array.from({ length: 60 }, (_, i) => `${paragraph} It was said ${i} times.`).join("\n");
  const articles = Array.from({ length: ARTICLES }, (_, i) => ({
    ...{ id: uuidv7(), dossierId, createdById: userId },
    ...{ title: `Article ${i} of an outlet`, outlet: `Outlet ${i % 9}`, publishedOn: day(pick(DAYS)) },
  }));
  const revisions = articles.map(({ id }) => ({
    ...model,
    id: uuidv7(),
    articleId: id,
    document: {},
    text: long,
  }));
  await db.article.createMany({ data: articles });
  for (const data of chunks(revisions, 50)) await db.revision.createMany({ data });
  const kinds = ["claim", "figure", "official_statement"] as const;
  const annotations = Array.from({ length: ANNOTATIONS }, (_, i) => {
    const start = pick(long.length - 200);
    const end = start + 20 + pick(120);
    // Some articles are tagged far more than others, and some people quoted far more.
    const at = oftenFirst(ARTICLES);
    const { id: articleId = "", publishedOn = new Date(0) } = articles[at] ?? {};
    const place = { articleId, revisionId: revisions[at]?.id ?? "", start, end };
    const words = { exact: long.slice(start, end), prefix: "", suffix: "" };
    const saidOn = new Date(publishedOn.getTime() - pick(60) * DAY_MS).toISOString().slice(0, 10);
    const said = { speaker: `Speaker ${oftenFirst(40)}`, ...(pick(2) === 0 && { saidOn }) };
    const attributes = i % 3 === 1 ? { value: pick(5_000), unit: "people" } : said;
    const kind = kinds[i % 3] ?? "claim";
    return {
      ...{ id: uuidv7(), dossierId, kind, attributes, ...place, ...words, ...who },
      topic: at % TOPICS,
    };
  });
  for (const data of chunks(annotations, 2_000)) {
    await db.annotation.createMany({ data: data.map(({ topic: _topic, ...row }) => row) });
  }
  // Most links stay within one topic, some lead from any article to any other.
  const ends = annotations.slice(0, 2 * LINKS);
  const byTopic = ends
    .slice(0, 1.6 * LINKS)
    .toSorted((a, b) => a.topic - b.topic)
    .concat(ends.slice(1.6 * LINKS));
  const relations = ["contradicts", "qualifies", "supersedes", "supports"] as const;
  const links = Array.from({ length: LINKS }, (_, i) => {
    const relation = relations[i % 4] ?? "supports";
    const contradicts = relation === "contradicts";
    return {
      ...{ id: uuidv7(), dossierId, relation, rationale: `Reason ${i}`, ...who },
      ...{ fromId: byTopic[i * 2]?.id ?? "", toId: byTopic[i * 2 + 1]?.id ?? "" },
      status: (["open", "confirmed", "explained"] as const)[pick(3)] ?? "open",
      severity: contradicts ? ((["minor", "major", "critical"] as const)[pick(3)] ?? null) : null,
      endsDigest: i % 50 === 0 ? "changed since" : "",
    };
  });
  for (const data of chunks(links, 1_000)) await db.link.createMany({ data });
  // What autovacuum does within a minute of such an import.
  await db.$executeRaw`ANALYZE`;
  return annotations.slice(2 * LINKS).map(({ id }) => id);
}

function day(number: number): Date {
  return new Date(Date.UTC(2013, 0, 1) + number * DAY_MS);
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
