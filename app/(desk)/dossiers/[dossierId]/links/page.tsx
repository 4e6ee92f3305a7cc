import type { Metadata } from "next";
import { pageContext } from "@/lib/auth/pages";
import { readBoardOutline } from "@/lib/dossiers/outlineQuery";
import { dossierParams } from "@/lib/dossiers/schema";
import { readBoard } from "@/lib/links/boardQueries";
import { parseFilter } from "@/lib/links/filter";
import { boardSpeakers } from "@/lib/links/speakerQueries";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { found } from "../../../found";
import { TellPage } from "../_presence/TellPage";
import { ConnectionNotice } from "../(dossier)/ConnectionNotice";
import { Board } from "./_board/Board";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ dossierId: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: "Contradictions and links" };

const FIRST_PAGE = 50;

/** The board of a dossier's links. Reads the cards it shows, never the whole dossier. */
export default async function BoardPage({ params, searchParams }: Props) {
  const outline = await found(dossierParams, await params, readBoardOutline);
  const context = await pageContext();
  const dossierId = outline.dossier.id;
  const filter = parseFilter(asAddress(await searchParams));
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

function asAddress(query: Query): URLSearchParams {
  const given = Object.entries(query).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(given);
}
