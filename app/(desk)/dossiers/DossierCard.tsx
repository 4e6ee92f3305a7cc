import Link from "next/link";
import type { DossierSummary } from "@/lib/dossiers/schema";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { counted, roleWords } from "../words";

/** A dossier in the list: the whole card leads to it. */
export function DossierCard({ dossier }: { dossier: DossierSummary }) {
  const { counts, unseen } = dossier;
  return (
    <li className="stet-card relative flex flex-col gap-3 p-5 hover:border-line-strong">
      <h2 className="font-serif text-lg leading-snug font-semibold text-balance">
        <Link href={`/dossiers/${dossier.id}`} className="after:absolute after:inset-0 after:rounded-lg">
          {dossier.title}
        </Link>
      </h2>
      {dossier.description && <p className="line-clamp-2 text-sm text-soft">{dossier.description}</p>}
      <p className="text-sm">
        {[
          counted(counts.articles, "article"),
          counted(counts.annotations, "annotation"),
          counted(counts.links, "link"),
          counted(counts.reports, "report"),
        ].join(" · ")}
      </p>
      <div className="mt-auto flex flex-wrap items-center gap-2 pt-1 text-xs text-soft">
        {counts.openContradictions > 0 && (
          <Badge tone="danger">{counted(counts.openContradictions, "open contradiction")}</Badge>
        )}
        {unseen > 0 && (
          <Badge tone="accent">{`${unseen >= 1_000 ? "1,000 or more" : unseen} new since you were here`}</Badge>
        )}
        <Badge>{`You: ${roleWords[dossier.role].name.toLowerCase()}`}</Badge>
        <span className="ms-auto">
          since <Moment at={dossier.createdAt} />
        </span>
      </div>
    </li>
  );
}
