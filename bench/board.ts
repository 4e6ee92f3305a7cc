import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { seededRandom } from "@/bench/random";
import { type Group, median, type Row } from "@/bench/row";
import { addArticle } from "@/lib/articles/commands";
import { type Context, scopes } from "@/lib/auth/caller";
import { openDatabase } from "@/lib/db/client";
import { acquireEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { APP_ROLE, ensureRoles } from "@/lib/db/roles";
import { createDossier } from "@/lib/dossiers/commands";
import { readBoard } from "@/lib/links/boardQueries";
import { parseFilter } from "@/lib/links/filter";

const ARTICLES = 200;
const ANNOTATIONS = 20_000;
const LINKS = 5_000;
const RUNS = 10;

/** What an editor asks of a board: all of it, each kind of filter, a page far down. */
const questions = [
  "",
  "relation=contradicts&status=open",
  "severity=critical,major&sort=severity",
  "speaker=speaker%207",
  "since=2014-02-01&until=2014-03-31&sort=date",
  "flagged=true",
  "q=ministry",
  "sort=article",
];

/** Server time of the board's page on a dossier of 200 articles, 20,000 annotations and 5,000 links. */
export const board: Group = {
  id: "board",
  async run(): Promise<Row[]> {
    const desk = await openDossier();
    try {
      await fill(desk);
      const times: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        for (const question of questions) {
          const started = performance.now();
          const input = { dossierId: desk.dossierId, limit: 50, ...parseFilter(question) };
          const { items } = await readBoard(desk.editor, input);
          if (items.length === 0) throw new Error(`The board answered nothing to "${question}".`);
          // The first round warms caches, as any visitor's page would have.
          if (run > 0) times.push(performance.now() - started);
        }
      }
      const sorted = times.toSorted((a, b) => a - b);
      const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
      const row = { subject: "stet", unit: "ms", runs: times.length };
      return [
        { id: "board.p95", median: p95, ...row },
        { id: "board.median", median: median(times), ...row },
      ];
    } finally {
      await desk.close();
    }
  },
};

type Desk = { editor: Context; dossierId: string; articleId: string; close(): Promise<void> };

const paragraph =
  "The ministry said that 490 people were freed. Nobody else confirmed it. All were told to wait until the list was printed.";

/** A database of its own in a folder that goes away again. */
async function openDossier(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "stet-bench-"));
  const { url, release } = await acquireEmbedded(folder, false);
  await migrate(url, join(import.meta.dirname, ".."));
  await ensureRoles(url);
  const db = openDatabase(url, APP_ROLE);
  const person = { id: uuidv7(), email: "bench@stet.example", name: "Bench", passwordHash: "none" };
  await db.user.create({ data: person });
  const editor: Context = { db, caller: { ...person, isAdmin: false, inPerson: true, scopes } };
  const { id: dossierId } = await createDossier(editor, { title: "Bench" });
  const article = await addArticle(editor, { dossierId, title: "One", text: paragraph, paragraphs: "line" });
  const close = async () => {
    await db.$disconnect();
    await release();
    await rm(folder, { recursive: true, force: true });
  };
  return { editor, dossierId, articleId: article.id, close };
}

/** Rows straight into the tables: what is measured is reading, and 25,000 commands would take minutes. */
async function fill({ dossierId, articleId, editor }: Desk): Promise<void> {
  const { db } = editor;
  const random = seededRandom(11);
  const pick = (count: number) => Math.floor(random() * count);
  const who = { createdById: editor.caller.id, updatedById: editor.caller.id };
  const [model] = await db.revision.findMany({ where: { articleId } });
  if (!model) throw new Error("The desk has no revision.");
  const long = Array.from({ length: 60 }, (_, i) => `${paragraph} It was said ${i} times.`).join("\n");
  const articles = Array.from({ length: ARTICLES }, (_, i) => ({
    ...{
      id: uuidv7(),
      dossierId,
      title: `Article ${i}`,
      outlet: `Outlet ${i % 9}`,
      createdById: editor.caller.id,
    },
    publishedOn: new Date(Date.UTC(2014, i % 12, 1 + (i % 28))),
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
    const at = i % ARTICLES;
    return {
      ...{
        id: uuidv7(),
        dossierId,
        start,
        end,
        exact: long.slice(start, end),
        prefix: "",
        suffix: "",
        ...who,
      },
      ...{ articleId: articles[at]?.id ?? "", revisionId: revisions[at]?.id ?? "" },
      kind: kinds[i % 3] ?? "claim",
      attributes: i % 3 === 1 ? { value: pick(5_000), unit: "people" } : { speaker: `Speaker ${i % 40}` },
    };
  });
  for (const data of chunks(annotations, 2_000)) await db.annotation.createMany({ data });
  const relations = ["contradicts", "qualifies", "supersedes", "supports"] as const;
  const links = Array.from({ length: LINKS }, (_, i) => {
    const relation = relations[i % 4] ?? "supports";
    const contradicts = relation === "contradicts";
    return {
      ...{ id: uuidv7(), dossierId, relation, rationale: `Reason ${i}`, ...who },
      ...{ fromId: annotations[i * 2]?.id ?? "", toId: annotations[i * 2 + 1]?.id ?? "" },
      status: (["open", "confirmed", "explained"] as const)[pick(3)] ?? "open",
      severity: contradicts ? ((["minor", "major", "critical"] as const)[pick(3)] ?? null) : null,
      endsDigest: i % 50 === 0 ? "changed since" : "",
    };
  });
  for (const data of chunks(links, 1_000)) await db.link.createMany({ data });
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
