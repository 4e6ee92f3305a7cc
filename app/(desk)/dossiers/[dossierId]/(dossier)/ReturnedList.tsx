"use client";

import { CircleCheck } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { type Returned, returnedIn } from "@/lib/reviews/returned";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { counted, relationWords, shortened } from "../../../words";
import { ReturnedNotice } from "../_returned/ReturnedNotice";
import { passageLink } from "./passageLink";

/** What reviewers returned and nobody has accepted since: one's own first, each with the reason and what became of it. */
export function ReturnedList() {
  const { userId } = useActor();
  const isHere = useDossier((state) => state.articles, Object.is);
  const all = useDossier(returnedIn, sameReturns);
  const annotations = useDossier((state) => state.annotations, Object.is);
  const links = useDossier((state) => state.links, Object.is);
  const [whose, setWhose] = useState<"mine" | "all" | null>(null);
  const present = all.filter(({ type, id }) => {
    const link = links[id];
    const ends = type === "annotation" ? [id] : link ? [link.from, link.to] : [];
    return ends.length > 0 && ends.every((end) => isHere[annotations[end]?.articleId ?? ""]);
  });
  const mine = present.filter(({ makers }) => makers.includes(userId));
  const shows = whose ?? (mine.length > 0 ? "mine" : "all");
  const shown = shows === "mine" ? mine : present;
  const toFix = shown.filter(({ standing }) => standing !== "fixed").length;
  if (present.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title="Nothing is returned">
        What a reviewer sends back comes here with the reason, and stays until a later round accepts it.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Field label="Show" hiddenLabel>
          <Select
            value={shows}
            onChange={(event) => setWhose(event.target.value === "mine" ? "mine" : "all")}
          >
            <option value="mine">Made by you ({mine.length})</option>
            <option value="all">Everyone’s ({present.length})</option>
          </Select>
        </Field>
        <p role="status" className="text-sm text-soft">
          {toFix > 0 ? `${counted(toFix, "item")} to fix or answer` : "All fixed: submit a new round."}
        </p>
      </div>
      <ul className="flex flex-col gap-3">
        {shown.map((returned) => (
          <ReturnedItem key={`${returned.type}:${returned.id}`} returned={returned} />
        ))}
      </ul>
    </>
  );
}

function ReturnedItem({ returned }: { returned: Returned }) {
  const { type, id, reportId, roundId } = returned;
  const dossierId = useDossier((state) => state.dossier.id);
  const { words, href, lang, where } = useDossier((state) => {
    const link = state.links[id];
    const [from, to] = link ? [state.annotations[link.from], state.annotations[link.to]] : [];
    const annotation = type === "annotation" ? state.annotations[id] : undefined;
    const article = annotation && state.articles[annotation.articleId];
    return {
      words: annotation
        ? shortened(annotation.exact, 160)
        : [from?.exact, link && relationWords[link.relation], to?.exact]
            .map((part) => shortened(part ?? "", 70))
            .join(" — "),
      href: annotation
        ? passageLink({ dossierId, articleId: annotation.articleId, id })
        : `/dossiers/${dossierId}/links#link-${id}`,
      lang: article?.language,
      where: article?.title ?? null,
    };
  });
  const report = useDossier((state) => state.reports[reportId]?.title ?? "");
  const number = useDossier((state) => state.rounds[roundId]?.number);
  return (
    <li className="stet-card p-4">
      <p className="text-base leading-snug">
        <NextLink href={href} prefetch={false} dir="auto" lang={lang} className="stet-link font-serif">
          {words}
        </NextLink>
      </p>
      <p className="mt-1 text-xs text-soft">
        {where && (
          <>
            in <bdi>{where}</bdi> ·{" "}
          </>
        )}
        <NextLink
          href={`/dossiers/${dossierId}/reports/${reportId}/rounds/${roundId}`}
          prefetch={false}
          className="stet-link"
        >
          round {number} of <bdi>{report}</bdi>
        </NextLink>
      </p>
      <ReturnedNotice of={{ type, id }} />
    </li>
  );
}

/** Made anew for each state: compared by what is shown of it. */
function sameReturns(before: readonly Returned[], after: readonly Returned[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, i) => {
      const other = after[i];
      return one.id === other?.id && one.at === other.at && one.standing === other.standing;
    })
  );
}
