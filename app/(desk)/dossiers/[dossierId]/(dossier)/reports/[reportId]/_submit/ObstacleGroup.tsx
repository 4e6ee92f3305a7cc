"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useDossier } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import type { Readiness } from "@/lib/reviews/readinessSchema";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Textarea } from "@/lib/ui/Textarea";
import { counted } from "../../../../../../words";
import { obstacleLink } from "./obstacleLink";
import { obstacleWords } from "./obstacleWords";

type Props = {
  group: Readiness["groups"][number];
  report: ReportHead;
  /** Where the dossier demands full coverage, open sentences are let be by a waiver only. */
  isWaiver: boolean;
  reason: string;
  error: string | undefined;
  onReason: (reason: string) => void;
};

/** One kind of what stands in the way: how many, each with the way there, and why it is let be. */
export function ObstacleGroup({ group, report, isWaiver, reason, error, onReason }: Props) {
  const { kind, total, items } = group;
  const words = obstacleWords[kind];
  const articles = useDossier((state) => state.articles, Object.is);
  return (
    <li className="rounded-md border border-line">
      <details className="group" open={error !== undefined || undefined}>
        <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-2 rounded-md px-3.5 py-2.5 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            size={14}
            className="shrink-0 self-center transition-transform group-open:rotate-90 motion-reduce:transition-none rtl:-scale-x-100"
          />
          <span className="text-sm font-semibold">{counted(total, words.one, words.many)}</span>
          <span className="text-xs text-soft">
            {reason.trim() ? (isWaiver ? "Let be, with a reason" : "Accepted, with a reason") : words.hint}
          </span>
        </summary>
        <ul className="divide-y divide-line border-t border-line">
          {items.map((item) => {
            const article = item.articleId ? articles[item.articleId] : undefined;
            return (
              <li
                key={`${item.on.type}:${item.on.id}:${item.range?.start ?? ""}`}
                className="flex flex-wrap items-baseline gap-x-2 px-3.5 py-1.5 text-sm"
              >
                <Link
                  href={obstacleLink(item, report)}
                  prefetch={false}
                  className="stet-link min-w-0 font-serif"
                  dir="auto"
                  lang={kind === "open_sentences" || kind === "unchecked" ? article?.language : undefined}
                >
                  {item.excerpt || "Go there"}
                </Link>
                {article && (
                  <span className="text-xs text-soft">
                    in <bdi>{article.title}</bdi>
                  </span>
                )}
              </li>
            );
          })}
          {total > items.length && (
            <li className="px-3.5 py-1.5 text-xs text-soft">
              and {counted(total - items.length, "more", "more")}
            </li>
          )}
        </ul>
      </details>
      <div className="border-t border-line px-3.5 py-2.5">
        <Field
          label={
            <>
              {isWaiver ? "Why these sentences are let be" : "Accept these as they are, because"}
              <span className="sr-only">: {counted(total, words.one, words.many)}</span>
            </>
          }
          required={isWaiver}
          hint={
            isWaiver
              ? "This dossier wants every sentence looked at: your reason is frozen with the report."
              : null
          }
          error={error}
        >
          {isWaiver ? (
            <Textarea maxLength={2_000} value={reason} onChange={(event) => onReason(event.target.value)} />
          ) : (
            <Input
              maxLength={1_000}
              value={reason}
              onChange={(event) => onReason(event.target.value)}
              // Of one reason among several: nobody means to submit with it.
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
      </div>
    </li>
  );
}
