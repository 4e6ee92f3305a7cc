import type { Metadata } from "next";
import { readDossier } from "@/lib/dossiers/queries";
import { dossierParams } from "@/lib/dossiers/schema";
import { found } from "../../../../found";
import { LogView } from "./_log/LogView";

type Props = { params: Promise<{ dossierId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await found(dossierParams, await params, readDossier);
  return { title: `Log – ${title}` };
}

export default async function LogPage({ params }: Props) {
  const { id } = await found(dossierParams, await params, readDossier);
  return <LogView dossierId={id} />;
}
