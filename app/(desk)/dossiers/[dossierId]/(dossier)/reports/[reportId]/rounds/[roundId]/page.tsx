import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readRound } from "@/lib/reviews/queries";
import { roundParams } from "@/lib/reviews/schema";
import { found } from "../../../../../../../found";
import { frozenOf } from "./frozen";
import { ReviewView } from "./ReviewView";
import { reviewItems } from "./reviewItems";

type Props = { params: Promise<{ dossierId: string; reportId: string; roundId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const round = await roundOf(params);
  return { title: `Review of ${round.snapshot.report.title}, round ${round.number}` };
}

export default async function RoundPage({ params }: Props) {
  const { snapshot, outdated, ...round } = await roundOf(params);
  return (
    <ReviewView round={round} outdated={outdated} items={reviewItems(snapshot)} frozen={frozenOf(snapshot)} />
  );
}

async function roundOf(params: Props["params"]) {
  const { dossierId, reportId, roundId } = await params;
  const round = await found(roundParams, { roundId }, readRound);
  if (round.dossierId !== dossierId || round.reportId !== reportId) notFound();
  return round;
}
