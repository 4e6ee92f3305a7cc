"use client";

import type { ReactNode } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { OpenPointKind } from "@/lib/reports/snapshot";
import type { Round } from "@/lib/reviews/schema";
import { Moment } from "@/lib/ui/Moment";
import { counted } from "../../../../../../../words";
import { ContentHash } from "./ContentHash";
import { Deciders } from "./Deciders";
import type { Frozen } from "./frozen";

const openWords: Record<OpenPointKind, string> = {
  open_sentences: "Sentences neither annotated nor cleared",
  unchecked: "An annotation that is not checked",
  undecided_contradiction: "A contradiction without a decision",
  missing_locator: "Evidence without a place in its source",
  open_comment: "A comment that is not resolved",
  returned: "An item that was returned",
};

/** Everything that a signature of the round covers, in plain words. */
export function WhatIsSigned({ round, frozen }: { round: Round; frozen: Frozen }) {
  const submitter = useDossier((state) => state.members[round.submittedBy]?.name ?? "a former member");
  const { claim, figure, official_statement: statement } = frozen.kinds;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-y-2.5">
      <Row name="Report">
        <span dir="auto" className="font-medium">
          {frozen.title}
        </span>
        {frozen.memo.trim() ? ", with its memo" : ", without a memo"}
      </Row>
      <Row name="Round">
        {round.number}, submitted by {submitter}, <Moment at={round.submittedAt} />
      </Row>
      <Row name="Annotations">
        {counted(frozen.annotations, "passage")} in {counted(frozen.articles, "article")}:{" "}
        {counted(claim, "claim")}, {counted(figure, "figure")}, {counted(statement, "official statement")}
        {frozen.cleared > 0 && `; ${counted(frozen.cleared, "sentence")} cleared as needing no check`}
      </Row>
      <Row name="Evidence">{counted(frozen.evidence, "piece of evidence", "pieces of evidence")}</Row>
      <Row name="Links">
        {counted(frozen.links, "link")}
        {frozen.links > 0 && `, ${frozen.contradictions} of them contradictions`}
      </Row>
      <Row name="Decided by">
        <Deciders items={round.items} />
      </Row>
      <Row name="Waiver">
        {frozen.waiver.trim() ? (
          <span dir="auto">“{frozen.waiver}”</span>
        ) : (
          <span className="text-soft">None: no sentence was let be.</span>
        )}
      </Row>
      <Row name="Open points">
        {frozen.openPoints.length === 0 ? (
          <span className="text-soft">None were accepted.</span>
        ) : (
          <>
            {counted(frozen.openPoints.length, "point")} accepted as open, each with a reason:
            <ul className="mt-1 flex flex-col gap-1.5">
              {frozen.openPoints.map(({ kind, on, words, reason }) => (
                <li key={`${kind} ${on.id}`} className="border-s-2 border-warn ps-3">
                  {openWords[kind]}
                  {words && (
                    <>
                      : <bdi>{words}</bdi>
                    </>
                  )}
                  <span className="block text-soft" dir="auto">
                    {reason}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Row>
      <Row name="Content hash">
        <ContentHash hash={round.contentHash} />
      </Row>
      <Row name="Sign-offs">
        {round.signOffs.length} of {round.signOffsRequired}, each by another person
      </Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-soft max-sm:mt-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
