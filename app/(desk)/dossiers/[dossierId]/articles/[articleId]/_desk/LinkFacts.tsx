"use client";

import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { linkStatusWords, severityWords } from "../../../../../words";
import { FigureLine } from "../../../_links/FigureLine";

/** What a card says of a link beside its relation: how grave, how decided, whose, and how far two figures are apart. */
export function LinkFacts({ link, from, to }: { link: Link; from: Annotation; to: Annotation }) {
  const owner = useDossier((state) => (link.owner ? state.members[link.owner]?.name : undefined));
  const status = linkStatusWords[link.status];
  const isDecided = link.status !== "open";
  return (
    <>
      {(link.severity || isDecided || owner) && (
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-soft">
          {link.severity && <Badge>{severityWords[link.severity]}</Badge>}
          {isDecided && <Badge tone={status.tone}>{status.words}</Badge>}
          {owner && <span>Owner: {owner}</span>}
        </p>
      )}
      <FigureLine link={link} from={from} to={to} isSmall />
    </>
  );
}
