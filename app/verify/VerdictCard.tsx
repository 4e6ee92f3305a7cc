import type { Verdict } from "@/lib/reviews/verify";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { Notice } from "@/lib/ui/Notice";

/** The verdict in plain words, its reasons, and the sign-offs found. */
export function VerdictCard({ name, verdict }: { name: string; verdict: Verdict }) {
  const { valid, status, reasons, signOffs, report, contentHash } = verdict;
  const title = valid
    ? "Yes: this is what was signed"
    : status === "draft"
      ? "This is a draft: nobody signed it"
      : "No: this is not what was signed, or that cannot be shown";
  return (
    <section aria-label="Verdict" className="flex flex-col gap-4">
      <Notice tone={valid ? "ok" : status === "draft" ? "warn" : "danger"} title={title}>
        <p className="break-words">
          <bdi>{name}</bdi>
          {report && (
            <>
              {" "}
              holds “<bdi>{report.title}</bdi>”, round {report.round}.
            </>
          )}
        </p>
        {reasons.length > 0 && (
          <ul className="mt-1.5 list-disc ps-5">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </Notice>
      {signOffs.map((signOff) => (
        <article key={`${signOff.reviewer.id} ${signOff.signedAt}`} className="stet-card p-4 text-sm">
          <h2 className="font-semibold">
            {signOff.reviewer.name}, <Moment at={signOff.signedAt} />
          </h2>
          <p className="mt-1 leading-relaxed" dir="auto">
            “{signOff.statement}”
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-2 text-xs text-soft">
            <Badge tone={signOff.ok ? "ok" : "danger"}>
              {signOff.ok ? "genuine signature" : "not genuine"}
            </Badge>
            <Badge tone={signOff.keyTrusted ? "ok" : "danger"}>
              {signOff.keyTrusted ? "this Stet’s key" : "unknown key"}
            </Badge>
            <span>
              key <code className="break-all">{signOff.keyId}</code>
            </span>
          </p>
        </article>
      ))}
      {contentHash && (
        <p className="text-xs text-soft">
          Content hash <code className="break-all">{contentHash}</code>
        </p>
      )}
    </section>
  );
}
