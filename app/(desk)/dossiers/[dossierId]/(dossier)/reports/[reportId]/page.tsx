import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageContext } from "@/lib/auth/pages";
import { reportParams } from "@/lib/reports/schema";
import { readChanges } from "@/lib/reviews/changesQueries";
import { listRounds, reportOrItsRemains } from "@/lib/reviews/queries";
import { found } from "../../../../../found";
import { ReportView } from "./ReportView";
import { SignedRemains } from "./SignedRemains";

type Props = { params: Promise<{ dossierId: string; reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await reportOf(params)).title };
}

export default async function ReportPage({ params }: Props) {
  const report = await reportOf(params);
  const context = await pageContext();
  const { items: rounds } = await listRounds(context, { reportId: report.id, limit: 500 });
  if (report.deletedAt !== null) return <SignedRemains report={report} rounds={rounds} />;
  const newest = rounds[0];
  if (!newest) return <ReportView reportId={report.id} memo={report.memo} standing={null} />;
  const { items: entries, ...found } = await readChanges(context, { roundId: newest.id, limit: 30 });
  return (
    <ReportView
      reportId={report.id}
      memo={report.memo}
      standing={{ roundId: newest.id, entries, ...found }}
    />
  );
}

async function reportOf(params: Props["params"]) {
  const { dossierId, reportId } = await params;
  const report = await found(reportParams, { reportId }, (context, input) =>
    reportOrItsRemains(context, input.reportId),
  );
  if (report.dossierId !== dossierId) notFound();
  return report;
}
