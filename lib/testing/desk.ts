import { uuidv7 } from "uuidv7";
import { createAnnotation } from "@/lib/annotations/commands";
import type { Kind } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import { addArticle } from "@/lib/articles/commands";
import type { Article } from "@/lib/articles/schema";
import { type Context, scopes } from "@/lib/auth/caller";
import { type Role, roles } from "@/lib/auth/policy";
import { type Database, openDatabase } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { createDossier } from "@/lib/dossiers/commands";
import { testDatabase } from "./database";

/** A database with one dossier, one article and a person in each role; `outsider` is in none. */
export type TestDesk = Record<Role | "outsider" | "editor2" | "reviewer2", Context> & {
  db: Database;
  url: string;
  dossierId: string;
  article: Article;
  text: string;
  /** Tags the first place where `exact` stands. */
  tag(exact: string, kind?: Kind, as?: Context): Promise<Annotation>;
  close(): Promise<void>;
};

export const deskText =
  "The minister said 490 people were freed. Nobody else confirmed it.\nAll were told to wait. 👩‍👩‍👧 came too.";

/** Everybody's on the desk. Its hash is made with as little work as argon2 allows: many desks are opened. */
export const deskPassword = "the password of tests";
const passwordHash =
  "$argon2id$v=19$m=64,t=1,p=1$iUZyoQkiBLK2cGzILudZhA$XHPmG2XVh71kxyUerMziHML5QyLLhPmqSdPEQFKTGJA";

/** Builds the desk through the product's own commands, under the role the server uses. */
export async function openDesk(): Promise<TestDesk> {
  const { url, drop } = await testDatabase();
  const db = openDatabase(url, APP_ROLE);
  const [owner, editor, reviewer, viewer, outsider, editor2, reviewer2] = await Promise.all(
    ["owner", "editor", "reviewer", "viewer", "outsider", "editor2", "reviewer2"].map((name) =>
      person(db, name),
    ),
  );
  if (!owner || !editor || !reviewer || !viewer || !outsider || !editor2 || !reviewer2)
    throw new Error("No people.");
  const { id: dossierId } = await createDossier(owner, { title: "A test dossier" });
  const others = [editor, reviewer, viewer, editor2, reviewer2];
  for (const { caller } of others) {
    const role = roles.find((known) => caller.name.startsWith(known)) ?? "viewer";
    await db.member.create({ data: { dossierId, userId: caller.id, role } });
  }
  const article = await addArticle(editor, {
    dossierId,
    title: "An article",
    text: deskText,
    paragraphs: "line",
  });
  const tag: TestDesk["tag"] = (exact, kind = "claim", as = editor) => {
    const start = deskText.indexOf(exact);
    return createAnnotation(as, { articleId: article.id, start, end: start + exact.length, exact, kind });
  };
  const close = async () => {
    await db.$disconnect();
    await drop();
  };
  const people = { owner, editor, reviewer, viewer, outsider, editor2, reviewer2 };
  return { ...people, db, url, dossierId, article, text: deskText, tag, close };
}

async function person(db: Database, name: string): Promise<Context> {
  const email = `${name}@test.example`;
  const { id } = await db.user.create({ data: { id: uuidv7(), email, name, passwordHash } });
  return { db, caller: { id, name, email, isAdmin: false, inPerson: true, scopes } };
}
