"use client";

import { type FormEvent, useId } from "react";
import { can, refusalOf } from "@/lib/auth/policy";
import { api } from "@/lib/http/client";
import { useActor } from "@/lib/live/useDossier";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useAction } from "../../../../../../../../useAction";
import { counted } from "../../../../../../../words";
import type { Frozen } from "./ReviewView";
import { SignOffCard } from "./SignOffCard";

const defaultStatement =
  "I have read each item of this report against its passage and its evidence. I made none of it, and I stand by its publication as frozen in this round.";

/** Says exactly what a signature covers, and takes it. */
export function SignPanel({ round, frozen, outdated }: { round: Round; frozen: Frozen; outdated: boolean }) {
  const headingId = useId();
  const actor = useActor();
  const { busy, error, run } = useAction();
  const open = round.items.filter((item) => item.decision !== "accepted").length;
  const { contributors, signOffs, status: roundStatus } = round;
  const missing = round.signOffsRequired - signOffs.length;
  const refusal = refusalOf(actor, "round.sign", { contributors, roundStatus });
  const hasSigned = signOffs.some(({ signed }) => signed.reviewer.id === actor.userId);
  const isReviewer = can({ ...actor, userId: "" }, "round.sign");

  async function sign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const statement = String(new FormData(event.currentTarget).get("statement")).trim();
    const { contentHash } = round;
    await run(() => api.post<Round>(`/api/rounds/${round.id}/sign-offs`, { contentHash, statement }));
  }

  return (
    <section aria-labelledby={headingId} className="stet-card mt-10 border-2 border-line-strong p-6">
      <h2 id={headingId} className="font-serif text-xl font-semibold">
        Sign-off
      </h2>
      <dl className="mt-4 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm">
        <dt className="text-soft">Report</dt>
        <dd dir="auto" className="font-medium">
          {frozen.title}
        </dd>
        <dt className="text-soft">Round</dt>
        <dd>{round.number}</dd>
        <dt className="text-soft">Covers</dt>
        <dd>
          the memo, {counted(frozen.articles, "article")}, {counted(frozen.annotations, "annotation")},{" "}
          {counted(frozen.evidence, "piece of evidence", "pieces of evidence")},{" "}
          {counted(frozen.links, "link")}
          {frozen.waiver && ", and the reason why some sentences were let be"}
        </dd>
        <dt className="text-soft">Content hash</dt>
        <dd>
          <code className="text-xs break-all">{round.contentHash}</code>
        </dd>
        <dt className="text-soft">Sign-offs</dt>
        <dd>
          {signOffs.length} of {round.signOffsRequired}
        </dd>
      </dl>
      <div role="status">
        {signOffs.length > 0 && (
          <ul className="mt-5 flex flex-col gap-3">
            {signOffs.map((signOff) => (
              <SignOffCard key={signOff.signature} signOff={signOff} />
            ))}
          </ul>
        )}
      </div>
      <div className="mt-5 flex flex-col gap-4">
        <ErrorNotice error={error} kept="Nothing was signed; your statement is still here." />
        {roundStatus === "in_review" && hasSigned && missing > 0 && (
          <Notice tone="info">
            You have signed. {counted(missing, "more sign-off")} by someone else is needed.
          </Notice>
        )}
        {roundStatus === "in_review" && !hasSigned && isReviewer && refusal && (
          <Notice tone="info" title="You cannot sign this">
            {refusal}
          </Notice>
        )}
        {refusal === null && !hasSigned && outdated && (
          <Notice tone="warn">
            What this round covers has changed since: it cannot be signed. Ask for a new round.
          </Notice>
        )}
        {refusal === null && !hasSigned && !outdated && open > 0 && (
          <Notice tone="info">
            {counted(open, "item")} {open === 1 ? "is" : "are"} not accepted yet. A signature covers the whole
            round, so accept each, or return the round.
          </Notice>
        )}
        {refusal === null && !hasSigned && !outdated && open === 0 && (
          <form onSubmit={sign} className="flex flex-col gap-4">
            <Field
              label="Your statement"
              hint="Signed with your name and the time, and shown in every export."
              required
            >
              <Textarea name="statement" defaultValue={defaultStatement} maxLength={2000} />
            </Field>
            <div>
              <Button type="submit" look="primary" busy={busy}>
                Sign round {round.number}
              </Button>
            </div>
          </form>
        )}
      </div>
    </section>
  );
}
