"use client";

import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { useDossier } from "@/lib/live/useDossier";
import {
  annotationDifference,
  type FieldDifference,
  type ItemDifference,
  isSame,
  linkDifference,
} from "@/lib/reviews/itemDifference";
import type { Before } from "@/lib/reviews/material";
import { Badge } from "@/lib/ui/Badge";
import { differenceLabel, differenceValue } from "./differenceWords";
import type { ReviewItem } from "./reviewItems";
import { StretchesRead } from "./StretchesRead";

/** What was changed in an item since the earlier round: each field as it was and as it is. */
export function DifferenceRead({ item, before }: { item: ReviewItem; before: Before }) {
  const difference = useMemo(() => differenceOf(item, before), [item, before]);
  const language = item.type === "annotation" ? item.passage.article.language : undefined;
  if (!difference || isSame(difference)) return null;
  return (
    <section
      aria-label={`Changed since round ${before.number}`}
      className="rounded-md border border-accent bg-accent-wash/40 px-4 py-3 text-sm"
    >
      <h3 className="mb-2 font-semibold">Changed since round {before.number}</h3>
      <Fields fields={difference.fields} language={language} />
      {difference.evidence.length > 0 && (
        <ul aria-label="Changes of the evidence" className="mt-2 flex flex-col gap-2">
          {difference.evidence.map(({ id, title, did, fields }) => (
            <li key={id}>
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={({ added: "ok", removed: "danger", changed: "accent" } as const)[did]}>
                  Evidence {did}
                </Badge>
                {did === "removed" ? <del dir="auto">{title}</del> : <bdi>{title}</bdi>}
              </p>
              {fields.length > 0 && (
                <div className="mt-1.5 ms-3">
                  <Fields fields={fields} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function differenceOf(item: ReviewItem, before: Before): ItemDifference | null {
  if (item.type === "annotation" && before.type === "annotation") {
    const { annotation, article } = item.passage;
    return annotationDifference(before, { annotation, evidence: item.evidence }, article.language);
  }
  if (item.type === "link" && before.type === "link") {
    const [from, to] = [item.from.annotation.exact, item.to.annotation.exact];
    return linkDifference(before, { link: item.link, from, to });
  }
  return null;
}

function Fields({ fields, language }: { fields: readonly FieldDifference[]; language?: string }) {
  return (
    <dl className="flex flex-col gap-2">
      {fields.map((one) => (
        <div key={one.field} className="sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-4">
          <dt className="text-soft">{differenceLabel(one.field)}</dt>
          <dd className="min-w-0">
            {one.as === "words" ? (
              <StretchesRead stretches={one.stretches} lang={one.field === "exact" ? language : undefined} />
            ) : (
              <OldAndNew {...one} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OldAndNew({ field, before, after }: Extract<FieldDifference, { as: "values" }>) {
  const [was, is] = useDossier((state) => [
    differenceValue(field, before, state),
    differenceValue(field, after, state),
  ]);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 whitespace-pre-line">
      {was ? (
        <del dir="auto" className="rounded-xs bg-danger-wash text-danger decoration-1">
          {was}
        </del>
      ) : (
        <span className="text-soft">nothing</span>
      )}
      <ArrowRight aria-label="became" size={13} className="shrink-0 text-soft rtl:-scale-x-100" />
      {is ? (
        <ins dir="auto" className="rounded-xs bg-ok-wash text-ok decoration-1 underline-offset-2">
          {is}
        </ins>
      ) : (
        <span className="text-soft">nothing</span>
      )}
    </span>
  );
}
