import { randomBytes } from "node:crypto";
import { createAnnotation } from "@/lib/annotations/commands";
import { createAnnotationInput } from "@/lib/annotations/schema";
import { addArticle } from "@/lib/articles/commands";
import { addArticleInput } from "@/lib/articles/schema";
import { type Context, scopes } from "@/lib/auth/caller";
import { createUser } from "@/lib/auth/users";
import { type Database, openDatabase } from "@/lib/db/client";
import { createDossier } from "@/lib/dossiers/commands";
import { addMember } from "@/lib/dossiers/memberCommands";
import { createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { sampleArticles, sampleLinks, sampleMemo, sampleTitle } from "./sample";

const people = [
  { role: "owner", name: "Olga Adeyemi", isAdmin: true },
  { role: "editor", name: "Edda Lindqvist", isAdmin: false },
  { role: "reviewer", name: "Rafiq Haddad", isAdmin: false },
  { role: "viewer", name: "Vera Holt", isAdmin: false },
] as const;

export type SampleAccount = { role: string; email: string; password: string };

/**
 * Loads the sample dossier and its accounts into a database that has no users yet; null where there are some.
 * The passwords are random and leave this function in clear once.
 */
export async function seed(databaseUrl: string): Promise<{ accounts: SampleAccount[] } | null> {
  const db = openDatabase(databaseUrl, process.env.STET_DATABASE_ROLE);
  try {
    if ((await db.user.count()) > 0) return null;
    const accounts = people.map(({ role, name, isAdmin }) => {
      return {
        role,
        name,
        isAdmin,
        email: `${role}@stet.example`,
        password: randomBytes(12).toString("base64url"),
      };
    });
    const contexts = new Map<string, Context>();
    for (const { role, ...account } of accounts) contexts.set(role, await signUp(db, account));
    await loadDossier(contextOf(contexts, "owner"), contextOf(contexts, "editor"), accounts);
    return { accounts: accounts.map(({ role, email, password }) => ({ role, email, password })) };
  } finally {
    await db.$disconnect();
  }
}

type NewAccount = Parameters<typeof createUser>[1];

async function signUp(db: Database, account: NewAccount): Promise<Context> {
  const { id, name, email, isAdmin } = await createUser(db, account);
  return { db, caller: { id, name, email, isAdmin, scopes } };
}

async function loadDossier(
  owner: Context,
  editor: Context,
  accounts: readonly SampleAccount[],
): Promise<void> {
  const description =
    "What was promised, to whom, and what was left out. A sample to try Stet on: change anything.";
  const { id: dossierId } = await createDossier(owner, { title: sampleTitle, description });
  for (const { email, role } of accounts) {
    if (role !== "owner")
      await addMember(owner, { dossierId, email, role: role as "editor" | "reviewer" | "viewer" });
  }
  const annotationIds = new Map<string, string>();
  for (const { paragraphs, annotations, ...about } of sampleArticles) {
    const text = paragraphs.join("\n\n");
    const article = await addArticle(editor, addArticleInput.parse({ dossierId, text, ...about }));
    const canonical = paragraphs.join("\n");
    for (const { key, exact, ...details } of annotations) {
      const start = canonical.indexOf(exact);
      const passage = { articleId: article.id, start, end: start + exact.length, exact };
      const { id } = await createAnnotation(editor, createAnnotationInput.parse({ ...passage, ...details }));
      annotationIds.set(key, id);
    }
  }
  const idOf = (key: string) => {
    const id = annotationIds.get(key);
    if (!id) throw new Error(`The sample has no annotation "${key}".`);
    return id;
  };
  for (const { from, to, ...details } of sampleLinks) {
    await createLink(editor, { dossierId, from: idOf(from), to: idOf(to), ...details });
  }
  await createReport(editor, { dossierId, title: "Two amnesties: what was promised", memo: sampleMemo });
}

function contextOf(contexts: ReadonlyMap<string, Context>, role: string): Context {
  const context = contexts.get(role);
  if (!context) throw new Error(`The sample has no ${role}.`);
  return context;
}
