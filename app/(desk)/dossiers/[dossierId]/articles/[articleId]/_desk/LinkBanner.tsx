"use client";

import Link from "next/link";
import type { LinkDraft } from "@/lib/desk/linkDraft";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { CommandKey } from "../../../../../CommandKey";
import { shortened } from "../../../../../words";
import { keepLinkDraft } from "./linkDraftStore";

/** Says that a link looks for its other end, and leads to the articles beside `articleId` (null: to none). */
export function LinkBanner({ draft, articleId }: { draft: LinkDraft | null; articleId: string | null }) {
  const from = useDossier((state) => (draft ? (state.annotations[draft.from] ?? draft.unborn) : undefined));
  const others = useDossier((state) =>
    articleId === null ? [] : Object.values(state.articles).filter((one) => one.id !== articleId),
  );
  if (!from) return null;
  return (
    <div
      role="status"
      className="sticky top-13 z-20 border-b border-accent bg-accent-wash px-4 py-2 text-sm sm:px-6"
    >
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1">
          Linking from <q dir="auto">{shortened(from.exact, 70)}</q>: choose the other end. Click a highlight,
          or select a passage and press <CommandKey command="link" />.
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
