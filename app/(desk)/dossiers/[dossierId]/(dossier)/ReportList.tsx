"use client";

import { FileText } from "lucide-react";
import Link from "next/link";
import { can } from "@/lib/auth/policy";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Moment } from "@/lib/ui/Moment";
import { counted, reportStatusWords } from "../../../words";
import { CreateReport } from "./CreateReport";

/** The dossier's reports, newest first. */
export function ReportList() {
  const actor = useActor();
  const reports = useDossier((state) => Object.values(state.reports).sort((a, b) => (a.id < b.id ? 1 : -1)));
  const rounds = useDossier((state) => Object.values(state.rounds));
  const mayCreate = can(actor, "report.create");
  if (reports.length === 0) {
    return (
      <EmptyState icon={FileText} title="No reports yet" action={mayCreate && <CreateReport />}>
        {mayCreate
          ? "A report takes the articles you choose with their annotations and links, and a memo of yours. A second person reviews and signs it."
          : "Editors of this dossier write them; you will see them here."}
      </EmptyState>
    );
  }
  return (
    <>
      {mayCreate && (
        <div className="mb-4">
          <CreateReport />
        </div>
      )}
      <ul className="flex flex-col gap-3">
        {reports.map((report) => {
          const status = reportStatusWords[report.status];
          const count = rounds.filter((round) => round.reportId === report.id).length;
          return (
            <li
              key={report.id}
              className="stet-card relative flex flex-wrap items-center gap-x-4 gap-y-1 p-4 hover:border-line-strong"
            >
              <h2 className="min-w-0 flex-1 basis-64 font-serif text-base font-semibold" dir="auto">
                <Link
                  href={`/dossiers/${report.dossierId}/reports/${report.id}`}
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
                  {report.title}
                </Link>
              </h2>
              <span className="text-sm text-soft">
                {counted(report.articles.length, "article")}
                {count > 0 && ` · ${counted(count, "round")}`} · <Moment at={report.updatedAt} />
              </span>
              <Badge tone={status.tone}>{status.words}</Badge>
            </li>
          );
        })}
      </ul>
    </>
  );
}
