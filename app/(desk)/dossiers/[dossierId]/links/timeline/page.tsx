import type { Metadata } from "next";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { ConnectionNotice } from "../../(dossier)/ConnectionNotice";
import { type PictureAddress, readSource } from "../_pictures/readSource";
import { TimelinePage as TimelineOfLinks } from "../_pictures/TimelinePage";

export const metadata: Metadata = { title: "Timeline of the links" };

export default async function TimelinePage(address: PictureAddress) {
  const { outline, userId, source } = await readSource(address);
  return (
    <DossierProvider initial={outline} userId={userId} isPartial>
      <TimelineOfLinks {...source} />
      <ConnectionNotice />
    </DossierProvider>
  );
}
