"use client";

import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { Prose } from "@/lib/ui/Prose";
import { checkStatusWords, counted, relationWords } from "../../../../../../../words";
import { AttributeList } from "./AttributeList";
import { PassageInContext } from "./PassageInContext";
import type { ReviewItem } from "./reviewItems";

type Props = { item: Extract<ReviewItem, { type: "annotation" }>; dossierId: string };

/** An annotation before its reviewer: the passage, what is said of it, and on what grounds. */
export function AnnotationReview({ item: { passage, evidence, links }, dossierId }: Props) {
  const { annotation } = passage;
  const status = checkStatusWords[annotation.checkStatus];
  const maker = useDossier((state) => state.members[annotation.updatedBy]?.name ?? "A former member");
  return (
    <div className="flex flex-col gap-3">
      <PassageInContext passage={passage} dossierId={dossierId} />
      <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
        <Badge tone={status.tone}>{status.words}</Badge>
        {annotation.confidence && <span>{annotation.confidence} confidence</span>}
        {annotation.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <span>by {maker}</span>
      </p>
      {annotation.note && <Prose text={annotation.note} />}
      <AttributeList attributes={annotation.attributes} />
      <div className="text-sm">
        {evidence.length === 0 ? (
          <p className="text-soft">No evidence.</p>
        ) : (
          <ul aria-label="Evidence" className="flex flex-col gap-1.5">
            {evidence.map(({ id, stance, url, title, locator, tier, note }) => (
              <li key={id} dir="auto">
                <Badge tone={stance === "for" ? "ok" : "danger"}>{stance}</Badge>{" "}
                {url ? (
                  <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="stet-link">
                    {title}
                  </a>
                ) : (
                  title
                )}
                <span className="text-soft">
                  {[locator, tier].filter(Boolean).map((words) => ` · ${words}`)}
                </span>
                {note && <span className="block text-soft">{note}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      {links.length > 0 && (
        <p className="text-sm text-soft">
          {counted(links.length, "link")}:{" "}
          {links
            .map((link) =>
              link.from === annotation.id
                ? relationWords[link.relation]
                : `${relationWords[link.relation]} (from the other)`,
            )
            .join(", ")}
          . Each is an item below.
        </p>
      )}
    </div>
  );
}
