"use client";

import Link from "next/link";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { CommandKey } from "../../../../../CommandKey";
import { shortened } from "../../../../../words";
import { useDesk } from "./deskContext";
import { keepLinkDraft } from "./linkDraftStore";

/** Says that a link looks for its other end, and leads to the other articles. */
export function LinkBanner({ fromId }: { fromId: string | null }) {
  const { article } = useDesk();
  const from = useDossier((state) => (fromId ? state.annotations[fromId] : undefined));
  const others = useDossier((state) => Object.values(state.articles).filter((one) => one.id !== article.id));
  if (!from) return null;
  return (
    <div
      role="status"
      className="sticky top-13 z-20 border-b border-accent bg-accent-wash px-4 py-2 text-sm sm:px-6"
    >
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1">
          Linking from <q dir="auto">{shortened(from.exact, 70)}</q>: choose the other end. Click a highlight,
          or tag a new passage.
        </p>
        {others.length > 0 && (
          <nav aria-label="Other articles" className="flex max-w-full flex-wrap gap-x-3">
            {others.slice(0, 6).map((one) => (
              <Link
                key={one.id}
                href={`/dossiers/${one.dossierId}/articles/${one.id}`}
                className="stet-link max-w-60 truncate"
              >
                {one.title}
              </Link>
            ))}
          </nav>
        )}
        <Button size="sm" onClick={() => keepLinkDraft(null)}>
          Cancel <CommandKey command="clear" />
        </Button>
      </div>
    </div>
  );
}
