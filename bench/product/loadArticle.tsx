import { renderToStaticMarkup } from "react-dom/server";
import { uuidv7 } from "uuidv7";
import { makeArticle, type Size } from "@/bench/documents";
import { readyDatabase } from "@/bin/readyDatabase";
import { addArticle } from "@/lib/articles/commands";
import { scopes } from "@/lib/auth/caller";
import { openDatabase } from "@/lib/db/client";
import { createDossier } from "@/lib/dossiers/commands";
import { ArticleText } from "@/lib/editor/ArticleText";

/** How much of the text around a passage is kept with it, in UTF-16 units. */
const CONTEXT = 32;

/**
 * Puts a bench document with its annotations into the installation in STET_DATA_DIR, in a dossier of its own that
 * belongs to `email`. The annotations are written in one insert and without journal entries: what is measured is a
 * dossier that is this large, not how it came to be. Resolves to the path of the article's page.
 */
export async function loadArticle(size: Size, email: string): Promise<string> {
  const { document, text, marks } = makeArticle(size);
  const database = await readyDatabase();
  const db = openDatabase(database.url, database.role);
  try {
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    const caller = { id: user.id, name: user.name, email, isAdmin: user.isAdmin, inPerson: true, scopes };
    const context = { db, caller };
    const { id: dossierId } = await createDossier(context, { title: `Bench ${size}` });
    const html = renderToStaticMarkup(<ArticleText document={document} />);
    const about = { title: `Bench ${size}`, language: "en", direction: "ltr", paragraphs: "auto" } as const;
    const article = await addArticle(context, { dossierId, html, ...about });
    const stored = await db.revision.findUniqueOrThrow({ where: { id: article.revisionId } });
    if (stored.text !== text) throw new Error("The import changed the bench document's text");
    const shared = { dossierId, articleId: article.id, revisionId: article.revisionId };
    await db.annotation.createMany({
      data: marks.map(({ start, end, kind }) => ({
        ...{ id: uuidv7(), ...shared, start, end, kind, createdById: user.id, updatedById: user.id },
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
      })),
    });
    return `/dossiers/${dossierId}/articles/${article.id}`;
  } finally {
    await db.$disconnect();
    await database.release();
  }
}
