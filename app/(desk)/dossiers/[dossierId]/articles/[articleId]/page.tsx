import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readArticle } from "@/lib/articles/queries";
import { articleParams } from "@/lib/articles/schema";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { packState } from "@/lib/live/packedState";
import type { ArticleDocument } from "@/lib/text/document";
import { found } from "../../../../found";
import { ArticleDesk } from "./_desk/ArticleDesk";
import { packRevision } from "./_desk/packedRevision";

type Props = { params: Promise<{ dossierId: string; articleId: string }> };

/** Read once for the title and the page. */
const articleAt = cache((articleId: string) => found(articleParams, { articleId }, readArticle));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await params;
  const article = await articleAt(articleId);
  return { title: article.title };
}

/** The article desk. */
export default async function ArticlePage({ params }: Props) {
  const { dossierId, articleId } = await params;
  const { caller } = await pageContext();
  const [article, state] = await Promise.all([
    articleAt(articleId),
    found(dossierParams, { dossierId }, readDossierState),
  ]);
  if (article.dossierId !== dossierId) notFound();
  const { doc, id, number, sentences } = article.revision;
  // Checked against the document's schema when it was imported.
  const document = doc as unknown as ArticleDocument;
  return (
    <DossierProvider initial={packState(state)} userId={caller.id}>
      <ArticleDesk
        key={id}
        articleId={articleId}
        revision={packRevision({ id, number, document, sentences })}
      />
    </DossierProvider>
  );
}
