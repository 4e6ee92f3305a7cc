"use client";

import type { Annotation } from "@/lib/annotations/schema";
import { sentenceOf } from "@/lib/desk/foundSentence";
import { useTab } from "@/lib/live/DossierProvider";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { PassageText } from "../../../_search/PassageText";
import { usePassages } from "../../../_search/usePassages";
import { annotationOf } from "./tagPassages";

/** Passages of the dossier that nobody has tagged: one that is chosen comes into being as a claim with the link. */
export function UntaggedPassages(props: {
  from: Annotation;
  query: string;
  onChoose: (end: Annotation) => void;
}) {
  const { from, query, onChoose } = props;
  const { userId } = useTab();
  const { dossierId } = from;
  const articles = useDossier((state) => state.articles);
  const passages = usePassages(dossierId, query.trim() === "" ? null : query.trim());
  // Those with an annotation are in the list above.
  const untagged = passages.items.filter((one) => one.annotationIds.length === 0 && articles[one.articleId]);
  if (query.trim() === "") return null;
  return (
    <section aria-label="Passages nobody has tagged">
      <h3 className="mb-1 text-sm font-semibold">Passages nobody has tagged</h3>
      <p role="status" className="mb-1 text-xs text-soft">
        {passages.problem ??
          (untagged.length > 0
            ? "The sentence becomes a claim with the link."
            : passages.isBusy
              ? "Searching …"
              : "None with these words.")}
      </p>
      <ul className="flex flex-col gap-1">
        {untagged.map((one) => (
          <li key={`${one.articleId}:${one.start}`}>
            <button
              type="button"
              className="block w-full cursor-pointer rounded-md border border-dashed border-line-strong px-2.5 py-1.5 text-start hover:border-accent hover:bg-accent-wash"
              onClick={() =>
                onChoose(annotationOf({ ...one, ...sentenceOf(one) }, "claim", { dossierId, userId }))
              }
            >
              <PassageText {...one} />
              <span dir="auto" className="block truncate text-xs text-soft">
                {articles[one.articleId]?.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {passages.hasMore && (
        <Button size="sm" busy={passages.isBusy} onClick={passages.more} className="mt-2">
          More passages
        </Button>
      )}
    </section>
  );
}
