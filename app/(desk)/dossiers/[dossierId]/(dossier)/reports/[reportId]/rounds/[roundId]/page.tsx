import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readReview } from "@/lib/reviews/reviewQueries";
import { roundParams } from "@/lib/reviews/schema";
import { found } from "../../../../../../../found";
import { frozenOf } from "./frozen";
import { ReviewView } from "./ReviewView";
import { parseReviewFilter } from "./reviewFilter";

type Props = {
  params: Promise<{ dossierId: string; reportId: string; roundId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Read once for the page and its title. */
const reviewOf = cache((roundId: string) => found(roundParams, { roundId }, readReview));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round, snapshot } = await here(params);
  return { title: `Review of ${snapshot.report.title}, round ${round.number}` };
}

export default async function RoundPage({ params, searchParams }: Props) {
  const { round, snapshot, outdated, material } = await here(params);
  const query = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return (
    <ReviewView
      round={round}
      outdated={outdated}
      material={material}
      initialFilter={parseReviewFilter(new URLSearchParams(query))}
      frozen={frozenOf(snapshot)}
    />
  );
}

async function here(params: Props["params"]) {
  const { dossierId, reportId, roundId } = await params;
  const review = await reviewOf(roundId);
  if (review.round.dossierId !== dossierId || review.round.reportId !== reportId) notFound();
  return review;
}
