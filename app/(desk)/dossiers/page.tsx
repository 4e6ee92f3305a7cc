import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { pageContext } from "@/lib/auth/pages";
import { listDossiers } from "@/lib/dossiers/queries";
import { EmptyState } from "@/lib/ui/EmptyState";
import { PageHeader } from "@/lib/ui/PageHeader";
import { CreateDossier } from "./CreateDossier";
import { DossierCard } from "./DossierCard";

export const metadata: Metadata = { title: "Dossiers" };

const MOST_SHOWN = 500;

export default async function DossiersPage() {
  const { items, next } = await listDossiers(await pageContext(), { limit: MOST_SHOWN });
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <PageHeader title="Dossiers" actions={items.length > 0 && <CreateDossier />}>
        Articles examined together, with the people who check them.
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState icon={FolderOpen} title="You are not in any dossier yet" action={<CreateDossier />}>
          Create one for the articles you want to check, or ask a colleague to add you to theirs.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
          {items.map((dossier) => (
            <DossierCard key={dossier.id} dossier={dossier} />
          ))}
        </ul>
      )}
      {next && <p className="mt-4 text-sm text-soft">Only the newest {MOST_SHOWN} dossiers are shown.</p>}
    </div>
  );
}
