import { Archive, ExternalLink } from "lucide-react";
import { hostOf } from "@/lib/evidence/addresses";
import { lacksLocator } from "@/lib/evidence/model";
import type { SnapshotEvidence } from "@/lib/reports/snapshot";
import { isSafeHref } from "@/lib/text/document";
import { Badge } from "@/lib/ui/Badge";
import { Prose } from "@/lib/ui/Prose";
import { plainDay } from "@/lib/ui/plainDay";

/** The sources of an annotation as they were frozen: what each says, where in it, and whether a copy is kept. */
export function EvidenceRead({ evidence }: { evidence: readonly SnapshotEvidence[] }) {
  if (evidence.length === 0) return <p className="text-sm text-soft">No evidence.</p>;
  return (
    <ul aria-label="Evidence" className="flex flex-col gap-3">
      {evidence.map((source) => (
        <li key={source.id} className="text-sm">
          <SourceRead source={source} />
        </li>
      ))}
    </ul>
  );
}

function SourceRead({ source }: { source: SnapshotEvidence }) {
  const { stance, url, title, locator, tier, note, retrievedAt, archivedSha256 } = source;
  const details = [
    tier && `${tier} source`,
    retrievedAt && `retrieved ${plainDay(retrievedAt.slice(0, 10))}`,
  ].filter(Boolean);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={stance === "for" ? "ok" : "danger"}>{stance === "for" ? "For" : "Against"}</Badge>
        {url && isSafeHref(url) ? (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="stet-link">
            <bdi>{title}</bdi>
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        ) : (
          <bdi className="font-medium">{title}</bdi>
        )}
        {url && (
          <span className="inline-flex items-center gap-1 text-xs text-soft">
            <bdi>{hostOf(url)}</bdi>
            <ExternalLink aria-hidden size={11} />
          </span>
        )}
        {lacksLocator(source) ? (
          <Badge tone="warn" dashed title="A reader cannot find the place in the source">
            no locator
          </Badge>
        ) : (
          <bdi className="text-xs font-medium">{locator}</bdi>
        )}
      </p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-soft">
        {details.length > 0 && <span>{details.join(" · ")}</span>}
        {archivedSha256 ? (
          <span className="inline-flex items-center gap-1" title={`SHA-256 ${archivedSha256}`}>
            <Archive aria-hidden size={12} /> archived copy, <code>{archivedSha256.slice(0, 12)}…</code>
          </span>
        ) : (
          <span>no archived copy</span>
        )}
      </p>
      {note && (
        <div className="mt-1 [&_.stet-prose]:font-sans [&_.stet-prose]:text-sm">
          <Prose text={note} under={5} />
        </div>
      )}
    </>
  );
}
