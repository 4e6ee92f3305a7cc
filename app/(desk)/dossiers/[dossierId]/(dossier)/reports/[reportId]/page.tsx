import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageContext } from "@/lib/auth/pages";
import { readEntries } from "@/lib/journal/queries";
import { readReport } from "@/lib/reports/queries";
import { reportParams } from "@/lib/reports/schema";
import { listRounds, readRound } from "@/lib/reviews/queries";
import { found } from "../../../../../found";
import { ReportView } from "./ReportView";

type Props = { params: Promise<{ dossierId: string; reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await reportOf(params)).title };
}

const MOST_ENTRIES = 1_000;

export default async function ReportPage({ params }: Props) {
  const report = await reportOf(params);
  const context = await pageContext();
  const { items: rounds } = await listRounds(context, { reportId: report.id, limit: 500 });
  const newest = rounds[0];
  if (!newest) return <ReportView reportId={report.id} memo={report.memo} standing={null} />;
  const { id: roundId, journalSeq: after } = newest;
  const { outdated } = await readRound(context, { roundId });
  const entries = await readEntries(context, { dossierId: report.dossierId, after, limit: MOST_ENTRIES });
  return (
    <ReportView
      reportId={report.id}
      memo={report.memo}
      standing={{ roundId, outdated, entries: entries.items }}
    />
  );
}

async function reportOf(params: Props["params"]) {
  const { dossierId, reportId } = await params;
  const report = await found(reportParams, { reportId }, readReport);
  if (report.dossierId !== dossierId) notFound();
  return report;
}
