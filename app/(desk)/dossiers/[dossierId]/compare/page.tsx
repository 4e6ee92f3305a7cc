import type { Metadata } from "next";
import { readArticleAt } from "@/lib/articles/queries";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { packState } from "@/lib/live/packedState";
import type { ArticleDocument } from "@/lib/text/document";
import { found } from "../../../found";
import { packRevision } from "../articles/[articleId]/_desk/packedRevision";
import { Compare } from "./_compare/Compare";
import type { ComparedArticle } from "./_compare/comparedArticle";
import { compareQuery } from "./comparePath";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ dossierId: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: "Compare" };

/** Two articles side by side, each a desk. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { dossierId } = await params;
  const { caller } = await pageContext();
  const asked = compareQuery.parse(await searchParams);
  const state = await found(dossierParams, { dossierId }, readDossierState);
  const side = async (
    articleId?: string,
    revisionId?: string,
    at?: string,
  ): Promise<ComparedArticle | null> => {
    // Another dossier's, or a deleted one: as if none were chosen.
    if (!articleId || !state.articles[articleId]) return null;
    const { revision, revisions } = await readArticleAt(await pageContext(), { articleId, revisionId });
    const { doc, id, number, sentences } = revision;
    // Checked against the document's schema when it was imported.
    const document = doc as unknown as ArticleDocument;
    return {
      ...{ articleId, revisionId: id, revisions, at: at ?? null },
      revision: packRevision({ id, number, document, sentences }),
    };
  };
  const [left, right] = await Promise.all([
    side(asked.left, asked.leftRevision, asked.leftAt),
    side(asked.right, asked.rightRevision, asked.rightAt),
  ]);
  return (
    <DossierProvider initial={packState(state)} userId={caller.id}>
      <Compare left={left} right={right} side={asked.side ?? "left"} />
    </DossierProvider>
  );
}
