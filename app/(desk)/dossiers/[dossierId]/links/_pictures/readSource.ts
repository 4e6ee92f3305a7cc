import { pageContext } from "@/lib/auth/pages";
import { readDossierOutline } from "@/lib/dossiers/outlineQuery";
import { dossierParams } from "@/lib/dossiers/schema";
import { readPicture } from "@/lib/links/pictureQueries";
import { boardSpeakers } from "@/lib/links/speakerQueries";
import { found } from "../../../../found";
import { filterOfQuery, type Query } from "../filterOfQuery";
import type { PictureSource } from "./PictureFrame";

export type PictureAddress = { params: Promise<{ dossierId: string }>; searchParams: Promise<Query> };

/** What a page with a picture needs: the outline, who looks, and the picture as JSON, which a page carries fastest. */
export async function readSource({ params, searchParams }: PictureAddress) {
  const outline = await found(dossierParams, await params, readDossierOutline);
  const context = await pageContext();
  const dossierId = outline.dossier.id;
  const filter = filterOfQuery(await searchParams);
  const [picture, speakers] = await Promise.all([
    readPicture(context, { dossierId, ...filter, sort: "newest" }),
    boardSpeakers(context, dossierId),
  ]);
  const source: PictureSource = { initialFilter: filter, packed: JSON.stringify(picture), speakers };
  return { outline, userId: context.caller.id, source };
}
