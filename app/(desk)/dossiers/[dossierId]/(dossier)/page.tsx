import type { Metadata } from "next";
import { listArticles, readCoverage } from "@/lib/articles/queries";
import type { Context } from "@/lib/auth/caller";
import { pageContext } from "@/lib/auth/pages";
import { readDossier } from "@/lib/dossiers/queries";
import { dossierParams } from "@/lib/dossiers/schema";
import { found } from "../../../found";
import { DossierView } from "./DossierView";

type Props = {
  params: Promise<{ dossierId: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found(dossierParams, await params, readDossier)).title };
}

export default async function DossierPage({ params, searchParams }: Props) {
  const { id: dossierId } = await found(dossierParams, await params, readDossier);
  const context = await pageContext();
  const { q } = await searchParams;
  return (
    <DossierView
      coverage={await coverageByArticle(context, dossierId)}
      initialQuery={typeof q === "string" ? q : ""}
    />
  );
}

/** How much of each article was looked at. One after the other: each reads a whole text. */
async function coverageByArticle(context: Context, dossierId: string) {
  const { items } = await listArticles(context, { dossierId, limit: 500 });
  const counts: Record<string, { annotated: number; cleared: number; open: number }> = {};
  for (const { id } of items) counts[id] = (await readCoverage(context, { articleId: id })).counts;
  return counts;
}
