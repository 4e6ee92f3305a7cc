import type { Metadata } from "next";
import { z } from "zod";
import { readArticle } from "@/lib/articles/queries";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { packState } from "@/lib/live/packedState";
import type { ArticleDocument } from "@/lib/text/document";
import { found } from "../../../found";
import { packRevision } from "../articles/[articleId]/_desk/packedRevision";
import { Compare } from "./_compare/Compare";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ dossierId: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: "Compare" };

const wanted = z.uuid().optional().catch(undefined);
const query = z.object({ left: wanted, right: wanted, leftAt: wanted, rightAt: wanted });

/** Two articles side by side, each a desk. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { dossierId } = await params;
  const { caller } = await pageContext();
  const asked = query.parse(await searchParams);
  const state = await found(dossierParams, { dossierId }, readDossierState);
  const side = async (articleId: string | undefined, at: string | undefined) => {
    // Another dossier's, or a deleted one: as if none were chosen.
    if (!articleId || !state.articles[articleId]) return null;
    const context = await pageContext();
    const { doc, id, number, sentences } = (await readArticle(context, { articleId })).revision;
    // Checked against the document's schema when it was imported.
    const document = doc as unknown as ArticleDocument;
    return {
      articleId,
      revisionId: id,
      revision: packRevision({ id, number, document, sentences }),
      at: at ?? null,
    };
  };
  const [left, right] = await Promise.all([side(asked.left, asked.leftAt), side(asked.right, asked.rightAt)]);
  return (
    <DossierProvider initial={packState(state)} userId={caller.id}>
      <Compare left={left} right={right} />
    </DossierProvider>
  );
}
