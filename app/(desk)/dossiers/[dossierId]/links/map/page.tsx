import type { Metadata } from "next";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { ConnectionNotice } from "../../(dossier)/ConnectionNotice";
import { MapPage as MapOfLinks } from "../_pictures/MapPage";
import { type PictureAddress, readSource } from "../_pictures/readSource";

export const metadata: Metadata = { title: "Map of the links" };

export default async function MapPage(address: PictureAddress) {
  const { outline, userId, source } = await readSource(address);
  return (
    <DossierProvider initial={outline} userId={userId} isPartial>
      <MapOfLinks {...source} />
      <ConnectionNotice />
    </DossierProvider>
  );
}
