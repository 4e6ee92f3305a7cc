import { createAnnotation } from "@/lib/annotations/commands";
import { createAnnotationInput } from "@/lib/annotations/schema";
import { addArticle } from "@/lib/articles/commands";
import { addArticleInput } from "@/lib/articles/schema";
import { type Context, scopes } from "@/lib/auth/caller";
import { createUser } from "@/lib/auth/users";
import { type Database, openDatabase } from "@/lib/db/client";
import { createDossier } from "@/lib/dossiers/commands";
import { addMember } from "@/lib/dossiers/memberCommands";
import { Refusal } from "@/lib/http/refusal";
import { createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { sampleArticles, sampleLinks, sampleMemo, sampleTitle } from "./sample";

const names = {
  owner: "Olga Adeyemi",
  editor: "Edda Lindqvist",
  reviewer: "Rafiq Haddad",
  viewer: "Vera Holt",
};

type Role = keyof typeof names;
type Account = { role: Role; email: string; password: string };

/**
 * Makes the sample accounts and their dossier, through the product's own commands. The ids are given, and a create
 * repeated with the same id is the same success: after a run that was cut off, another ends with the same rows.
 */
export async function seed(databaseUrl: string, plan: { accounts: Account[]; ids: string[] }): Promise<void> {
  const db = openDatabase(databaseUrl, process.env.STET_DATABASE_ROLE);
  try {
    const contexts = {} as Record<Role, Context>;
    for (const account of plan.accounts) contexts[account.role] = await signUp(db, account);
    await loadDossier(contexts, plan);
  } finally {
    await db.$disconnect();
  }
}

async function signUp(db: Database, { role, email, password }: Account): Promise<Context> {
  const isAdmin = role === "owner";
  const user =
    (await db.user.findUnique({ where: { email } })) ??
    (await createUser(db, { name: names[role], email, password, isAdmin }));
  return { db, caller: { id: user.id, name: user.name, email, isAdmin, inPerson: true, scopes } };
}

async function loadDossier(
  { owner, editor }: Record<Role, Context>,
  { accounts, ids }: { accounts: Account[]; ids: string[] },
): Promise<void> {
  const unused = ids.values();
  const nextId = () => {
    const { value } = unused.next();
    if (!value) throw new Error("The sample has more things than there are ids for it.");
    return value;
  };
  const description =
    "What was promised, to whom, and what was left out. A sample to try Stet on: change anything.";
  const dossierId = nextId();
  await createDossier(owner, { id: dossierId, title: sampleTitle, description });
  for (const { email, role } of accounts) {
    if (role !== "owner") await addMember(owner, { dossierId, email, role }).catch(unlessThereAlready);
  }
  const annotationIds = new Map<string, string>();
  for (const { paragraphs, annotations, ...about } of sampleArticles) {
    const text = paragraphs.join("\n\n");
    const article = await addArticle(
      editor,
      addArticleInput.parse({ id: nextId(), dossierId, text, ...about }),
    );
    const canonical = paragraphs.join("\n");
    for (const { key, exact, ...details } of annotations) {
      const start = canonical.indexOf(exact);
      const passage = { id: nextId(), articleId: article.id, start, end: start + exact.length, exact };
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
    await createLink(editor, { id: nextId(), dossierId, from: idOf(from), to: idOf(to), ...details });
  }
  const title = "Two amnesties: what was promised";
  await createReport(editor, { id: nextId(), dossierId, title, memo: sampleMemo });
}

function unlessThereAlready(error: unknown): void {
  if (!(error instanceof Refusal && error.code === "duplicate")) throw error;
}
