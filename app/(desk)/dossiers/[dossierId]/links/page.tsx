import type { Metadata } from "next";
import { pageContext } from "@/lib/auth/pages";
import { readBoardOutline } from "@/lib/dossiers/outlineQuery";
import { dossierParams } from "@/lib/dossiers/schema";
import { readBoard } from "@/lib/links/boardQueries";
import { boardSpeakers } from "@/lib/links/speakerQueries";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { found } from "../../../found";
import { TellPage } from "../_presence/TellPage";
import { ConnectionNotice } from "../(dossier)/ConnectionNotice";
import { Board } from "./_board/Board";
import { filterOfQuery, type Query } from "./filterOfQuery";

type Props = { params: Promise<{ dossierId: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: "Contradictions and links" };

const FIRST_PAGE = 50;

/** The board of a dossier's links. Reads the cards it shows, never the whole dossier. */
export default async function BoardPage({ params, searchParams }: Props) {
  const outline = await found(dossierParams, await params, readBoardOutline);
  const context = await pageContext();
  const dossierId = outline.dossier.id;
  const filter = filterOfQuery(await searchParams);
  const [page, speakers] = await Promise.all([
    readBoard(context, { dossierId, limit: FIRST_PAGE, ...filter }),
    boardSpeakers(context, dossierId),
  ]);
  return (
    <DossierProvider initial={outline} userId={context.caller.id} isPartial>
      <Board initialFilter={filter} initialPage={page} speakers={speakers} />
      <ConnectionNotice />
      <TellPage />
    </DossierProvider>
  );
}
