import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readArticle } from "@/lib/articles/queries";
import { articleParams } from "@/lib/articles/schema";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { packState } from "@/lib/live/packedState";
import { found } from "../../../../../found";
import { AgreementView } from "./AgreementView";

type Props = { params: Promise<{ dossierId: string; articleId: string }> };

export const metadata: Metadata = { title: "Agreement" };

/** How far two people agree on one article, and how their annotations become one set. */
export default async function AgreementPage({ params }: Props) {
  const { dossierId, articleId } = await params;
  const { caller } = await pageContext();
  const [article, state] = await Promise.all([
    found(articleParams, { articleId }, readArticle),
    found(dossierParams, { dossierId }, readDossierState),
  ]);
  if (article.dossierId !== dossierId) notFound();
  const { text, sentences } = article.revision;
  return (
    <DossierProvider initial={packState(state)} userId={caller.id}>
      <AgreementView articleId={articleId} text={text} sentences={sentences} />
    </DossierProvider>
  );
}
