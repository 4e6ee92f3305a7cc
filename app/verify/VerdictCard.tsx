import type { Verdict } from "@/lib/reviews/verify";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { Notice } from "@/lib/ui/Notice";

/** The verdict in plain words, its reasons, and the sign-offs found. */
export function VerdictCard({ name, verdict }: { name: string; verdict: Verdict }) {
  const { valid, status, reasons, signOffs, report, contentHash, corrections = [] } = verdict;
  const withdrawn = signOffs.filter((signOff) => signOff.withdrawn?.ok);
  const title = valid
    ? "Yes: this is what was signed"
    : status === "draft"
      ? "This is a draft: nobody signed it"
      : withdrawn.length > 0 && reasons.length === withdrawn.length
        ? "Withdrawn: this was signed, and its sign-off was taken back"
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
          <h2 className={signOff.withdrawn ? "font-semibold line-through" : "font-semibold"}>
            {signOff.reviewer.name}, <Moment at={signOff.signedAt} />
          </h2>
          <p className="mt-1 leading-relaxed" dir="auto">
            “{signOff.statement}”
          </p>
          {signOff.withdrawn && (
            <p className="mt-1.5 text-danger">
              Withdrawn by {signOff.withdrawn.by.name}, <Moment at={signOff.withdrawn.at} />:{" "}
              <bdi>{signOff.withdrawn.reason}</bdi>
            </p>
          )}
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
      {corrections.length > 0 && (
        <section aria-label="Corrections" className="flex flex-col gap-3 text-sm">
          <h2 className="font-semibold">Corrected since it was signed</h2>
          {corrections.map(({ by, at, wrong, correct, ok, sinceExport }) => (
            <article key={`${at} ${wrong}`} className="rounded-md border border-warn bg-warn-wash p-4">
              <p className="whitespace-pre-line">
                Wrong: <bdi>{wrong}</bdi>
              </p>
              <p className="mt-1 whitespace-pre-line">
                Right: <bdi>{correct}</bdi>
              </p>
              <p className="mt-1.5 text-xs text-soft">
                {by.name}, <Moment at={at} />
                {sinceExport && ". Made after this file was exported: the file does not show it."}
                {!ok && ". Not genuine."}
              </p>
            </article>
          ))}
        </section>
      )}
      {contentHash && (
        <p className="text-xs text-soft">
          Content hash <code className="break-all">{contentHash}</code>
        </p>
      )}
    </section>
  );
}
