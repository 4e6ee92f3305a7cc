import Link from "next/link";
import type { Report } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { Notice } from "@/lib/ui/Notice";
import { ExportMenu } from "./ExportMenu";
import { RoundList } from "./RoundList";

/** What is left of a deleted report: what was signed of it, to be read and exported for ever. */
export function SignedRemains({ report, rounds }: { report: Report; rounds: readonly Round[] }) {
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-8 sm:px-6">
      <h1 className="font-serif text-3xl font-semibold" dir="auto">
        {report.title}
      </h1>
      <Notice
        tone="warn"
        title="This report was deleted"
        actions={<ExportMenu report={report} rounds={rounds} onlySigned />}
      >
        What was signed of it stays as it was, and can be read and exported.{" "}
        <Link className="stet-link" href={`/dossiers/${report.dossierId}?tab=reports`}>
          The dossier’s reports
        </Link>
      </Notice>
      <RoundList rounds={rounds} report={report} />
    </div>
  );
}
