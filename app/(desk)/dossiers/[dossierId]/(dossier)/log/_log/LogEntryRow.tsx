"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { LogLine } from "@/lib/log/schema";
import { Button } from "@/lib/ui/Button";
import { Moment } from "@/lib/ui/Moment";
import { EntryDetails } from "./EntryDetails";
import { typeWords } from "./logFilter";

type Props = {
  dossierId: string;
  line: LogLine;
  /** Narrows the log to what this entry is about; absent where it is so narrowed already. */
  onOnly?: (() => void) | undefined;
};

/** One entry: its number, who did what and when, and on demand all that it carries. */
export function LogEntryRow({ dossierId, line, onOnly }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { seq, actor, did, what, isQuote, href, article, isDeleted, at, type } = line;
  const words = href ? (
    <Link href={href} prefetch={false} className="stet-link">
      {what || "go there"}
    </Link>
  ) : (
    what
  );
  return (
    <li className="px-3 py-2.5 text-sm sm:px-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="min-w-10 text-xs text-soft tabular-nums">{seq}</span>
        <span className="min-w-0 flex-1 basis-64 leading-relaxed">
          <bdi className="font-medium">{actor.name}</bdi> {did}{" "}
          {isQuote && what ? (
            <q dir="auto" className="font-serif">
              {words}
            </q>
          ) : (
            <bdi>{words}</bdi>
          )}
          {article && (
            <span className="text-soft">
              {" "}
              in <bdi>{article.title}</bdi>
            </span>
          )}
          {isDeleted && <span className="text-soft italic"> (deleted since)</span>}
        </span>
        <span className="text-xs text-soft tabular-nums">
          <Moment at={at} />
        </span>
        <Button
          look="quiet"
          size="sm"
          aria-expanded={isOpen}
          aria-label={`Details of entry ${seq}`}
          onClick={() => setIsOpen((was) => !was)}
        >
          {typeWords(type)}
          <ChevronDown
            aria-hidden
            size={14}
            className={`transition-transform motion-reduce:transition-none ${isOpen ? "rotate-180" : ""}`}
          />
        </Button>
      </div>
      {isOpen && <EntryDetails dossierId={dossierId} seq={seq} onOnly={onOnly} />}
    </li>
  );
}
