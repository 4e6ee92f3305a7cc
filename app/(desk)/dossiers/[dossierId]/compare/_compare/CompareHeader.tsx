"use client";

import { ArrowLeft, ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { LiveLine } from "../../articles/[articleId]/_desk/LiveLine";
import { Legend } from "./Legend";
import { LinksShown } from "./LinksShown";

/** What concerns both sides: the links between them, what their lines mean, and whether changes arrive. */
export function CompareHeader(props: {
  links: readonly LinkBetween[];
  selectedId: string | null;
  point: (id: string | null) => void;
  open: (id: string) => void;
  swap: () => void;
}) {
  const { links, selectedId, point, open, swap } = props;
  const { id, title } = useDossier((state) => state.dossier);
  return (
    <div className="flex items-center gap-x-3 gap-y-1 border-b max-lg:flex-wrap border-line px-4 py-1.5 text-sm sm:px-6">
      <Link
        href={`/dossiers/${id}`}
        className="inline-flex min-w-0 items-center gap-1 rounded font-medium text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden size={15} className="shrink-0" />
        <span className="truncate">{title}</span>
      </Link>
      <h1 className="font-semibold">Compare</h1>
      <div className="min-w-0 flex-1 max-lg:hidden">
        <Legend links={links} />
      </div>
      <span className="ms-auto flex items-center gap-2">
        <LiveLine />
        <LinksShown links={links} selectedId={selectedId} onPoint={point} onOpen={open} />
        <Button size="sm" onClick={swap}>
          <ArrowLeftRight aria-hidden size={14} /> Swap
        </Button>
      </span>
    </div>
  );
}
