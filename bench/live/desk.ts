import pg from "pg";
import { uuidv7 } from "uuidv7";
import { instant } from "@/bench/live/processes";
import { TOGETHER, WRITERS } from "@/bench/live/sizes";
import { createAnnotations } from "@/lib/annotations/togetherCommands";
import { addArticle } from "@/lib/articles/commands";
import { type Context, scopes } from "@/lib/auth/caller";
import { createToken } from "@/lib/auth/tokens";
import { openDatabase } from "@/lib/db/client";
import { acquireEmbedded } from "@/lib/db/embedded";
import { APP_ROLE } from "@/lib/db/roles";
import { createDossier } from "@/lib/dossiers/commands";

/** A dossier to read and write on, in the database of a product that runs. */
export type LiveDesk = {
  dossierId: string;
  /** Authorization headers: a reader's, and one for each writer. */
  reader: string;
  writers: string[];
  /** For each writer an annotation of its own, and {@link TOGETHER} to change as one. */
  annotations: { id: string; version: number }[];
  /** By journal number, when this process heard of the commit. */
  committedAt: { [seq: number]: number };
  close(): Promise<void>;
};

const sentence = "The ministry said that 490 people were freed. ";

export async function openLiveDesk(folder: string): Promise<LiveDesk> {
  const { url, release } = await acquireEmbedded(folder, true);
  const db = openDatabase(url, APP_ROLE);
  const people = Array.from({ length: WRITERS + 1 }, (_, i) => {
    return { id: uuidv7(), email: `bench${i}@stet.example`, name: `Bench ${i}`, passwordHash: "none" };
  });
  await db.user.createMany({ data: people });
  const contexts = people.map((person): Context => {
    return { db, caller: { ...person, isAdmin: false, inPerson: true, scopes } };
  });
  const [owner, ...others] = contexts;
  if (!owner) throw new Error("The desk has no owner.");
  const { id: dossierId } = await createDossier(owner, { title: "Bench, live" });
  const members = others.map(({ caller }) => ({ dossierId, userId: caller.id, role: "editor" as const }));
  await db.member.createMany({ data: members });
  const text = sentence.repeat(TOGETHER + WRITERS);
  const article = await addArticle(owner, { dossierId, title: "One", text, paragraphs: "line" });
  const items = Array.from({ length: TOGETHER + WRITERS }, (_, i) => {
    const start = i * sentence.length;
    const exact = sentence.slice(0, 30);
    return {
      articleId: article.id,
      start,
      end: start + exact.length,
      exact,
      kind: "claim" as const,
      note: "n".repeat(500),
    };
  });
  const made = await createAnnotations(owner, { dossierId, items });
  const headers = await Promise.all(
    contexts.map(async ({ caller }) => {
      const token = { userId: caller.id, name: "bench", scopes: ["read", "write"] as const, days: 1 };
      return `Bearer ${(await createToken(db, token)).secret}`;
    }),
  );
  const committedAt: LiveDesk["committedAt"] = {};
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  let newest = 0;
  listener.on("notification", ({ payload = "" }) => {
    const [of, number] = payload.split(":");
    if (of !== dossierId) return;
    const seq = Number(number);
    const from = newest === 0 ? seq : newest + 1;
    for (let one = from; one <= seq; one++) committedAt[one] = instant();
    newest = Math.max(newest, seq);
  });
  await listener.query("LISTEN stet_journal");
  const [reader = "", ...writers] = headers;
  return {
    ...{ dossierId, reader, writers, committedAt },
    annotations: made.items.map(({ id, version }) => ({ id, version })),
    async close() {
      await listener.end();
      await db.$disconnect();
      await release();
    },
  };
}
