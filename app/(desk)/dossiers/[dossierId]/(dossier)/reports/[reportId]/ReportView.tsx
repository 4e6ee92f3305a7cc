"use client";

import Link from "next/link";
import { useState } from "react";
import { can } from "@/lib/auth/policy";
import type { Entry } from "@/lib/journal/entries";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { PageHeader } from "@/lib/ui/PageHeader";
import { CommentThreads } from "../../../../../_talk/CommentThreads";
import { counted, reportStatusWords } from "../../../../../words";
import { Corrections } from "./Corrections";
import { ExportMenu } from "./ExportMenu";
import { MemoSection } from "./MemoSection";
import { OutdatedNotice } from "./OutdatedNotice";
import { ReportEditor } from "./ReportEditor";
import { ReportText } from "./ReportText";
import { RoundList } from "./RoundList";
import { SubmitDialog } from "./SubmitDialog";
import { Withdrawn } from "./Withdrawn";

/** What the server found of the newest round at the journal's entry `seq`: whether it still holds, and what touched it. */
export type Standing = { roundId: string; outdated: boolean; seq: number; entries: readonly Entry[] };

type Props = {
  reportId: string;
  /** Its memo in Markdown, as of the page. */
  memo: string;
  standing: Standing | null;
};

/** A report: its memo and articles, its way through review, and its way out. */
export function ReportView({ reportId, memo, standing }: Props) {
  const actor = useActor();
  const [unsaved, setUnsaved] = useState(false);
  const [isMemoUnsaved, setMemoUnsaved] = useState(false);
  const report = useDossier((state) => state.reports[reportId]);
  const dossier = useDossier((state) => state.dossier);
  const rounds = useDossier((state) =>
    Object.values(state.rounds)
      .filter((round) => round.reportId === reportId)
      .sort((a, b) => b.number - a.number),
  );
  const home = `/dossiers/${dossier.id}`;
  if (!report) {
    return (
      <div className="mx-auto w-full max-w-3xl px-4 py-12">
        <h1 className="sr-only">Report</h1>
        <EmptyState
          title="This report was deleted"
          action={
            <Button asChild>
              <Link href={`${home}?tab=reports`}>Back to the dossier’s reports</Link>
            </Button>
          }
        >
          Someone deleted it while you looked at it. Its rounds and sign-offs stay stored.
        </EmptyState>
      </div>
    );
  }
  const status = reportStatusWords[report.status];
  const newest = rounds[0];
  const mayChange = can(actor, "report.change");
  const section = <MemoSection key={reportId} report={report} memo={memo} onUnsaved={setMemoUnsaved} />;
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
      <PageHeader
        trail={
          <>
            <Link href="/dossiers" className="stet-link">
              Dossiers
            </Link>
            {" / "}
            <Link href={`${home}?tab=reports`} className="stet-link" dir="auto">
              {dossier.title}
            </Link>
          </>
        }
        title={<span dir="auto">{report.title}</span>}
        actions={
          <>
            <ExportMenu report={report} rounds={rounds} />
            {newest && (
              <Button asChild look={newest.status === "in_review" ? "primary" : "secondary"}>
                <Link href={`${home}/reports/${report.id}/rounds/${newest.id}`}>
                  {newest.status === "in_review" ? "Review" : `Round ${newest.number}`}
                </Link>
              </Button>
            )}
            {can(actor, "report.submit", { reportStatus: report.status }) && (
              <SubmitDialog report={report} unsaved={unsaved || isMemoUnsaved} />
            )}
          </>
        }
      >
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={status.tone}>{status.words}</Badge>
          <span>{counted(report.articles.length, "article")}</span>
          {rounds.length > 0 && <span>· {counted(rounds.length, "round")}</span>}
        </span>
      </PageHeader>
      {newest && (
        <OutdatedNotice
          report={report}
          round={newest}
          standing={standing ?? { roundId: newest.id, outdated: false, seq: 0, entries: [] }}
        />
      )}
      {newest?.status === "signed_off" && (
        <div className="mb-6 flex flex-col gap-4 empty:hidden">
          <Withdrawn round={newest} />
          <Corrections corrections={newest.corrections} />
        </div>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        {mayChange ? (
          <ReportEditor report={report} onUnsaved={setUnsaved} memo={section} />
        ) : (
          <ReportText report={report} memo={section} />
        )}
        <div className="flex flex-col gap-8">
          <RoundList rounds={rounds} report={report} />
          <section id="comments" aria-labelledby="comments-title" className="scroll-mt-4 text-sm">
            <h2 id="comments-title" className="mb-2 font-semibold">
              Comments
            </h2>
            <CommentThreads on={{ type: "report", id: report.id }} />
          </section>
        </div>
      </div>
    </div>
  );
}
