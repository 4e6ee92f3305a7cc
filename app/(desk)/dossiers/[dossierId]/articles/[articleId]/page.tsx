import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readArticle } from "@/lib/articles/queries";
import { articleParams } from "@/lib/articles/schema";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import type { ArticleDocument } from "@/lib/text/document";
import { found } from "../../../../found";
import { ArticleDesk } from "./_desk/ArticleDesk";

type Props = { params: Promise<{ dossierId: string; articleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await params;
  const article = await found(articleParams, { articleId }, readArticle);
  return { title: article.title };
}

/** The article desk. */
export default async function ArticlePage({ params }: Props) {
  const { dossierId, articleId } = await params;
  const { caller } = await pageContext();
  const [article, state] = await Promise.all([
    found(articleParams, { articleId }, readArticle),
    found(dossierParams, { dossierId }, readDossierState),
  ]);
  if (article.dossierId !== dossierId) notFound();
  const { doc, ...revision } = article.revision;
  return (
    <DossierProvider initial={state} userId={caller.id}>
      <ArticleDesk
        key={revision.id}
        articleId={articleId}
        // Checked against the document's schema when it was imported.
        revision={{ ...revision, document: doc as unknown as ArticleDocument }}
      />
    </DossierProvider>
  );
}
