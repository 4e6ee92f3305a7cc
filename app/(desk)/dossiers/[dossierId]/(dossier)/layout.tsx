import type { ReactNode } from "react";
import { pageContext } from "@/lib/auth/pages";
import { dossierParams } from "@/lib/dossiers/schema";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { DossierProvider } from "@/lib/live/DossierProvider";
import { packState } from "@/lib/live/packedState";
import { found } from "../../../found";
import { TellPage } from "../_presence/TellPage";
import { ConnectionNotice } from "./ConnectionNotice";

/** Everything under one dossier shares its live copy. */
export default async function DossierLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ dossierId: string }>;
}) {
  const initial = await found(dossierParams, await params, readDossierState);
  const { caller } = await pageContext();
  return (
    <DossierProvider initial={packState(initial)} userId={caller.id}>
      {children}
      <ConnectionNotice />
      <TellPage />
    </DossierProvider>
  );
}
