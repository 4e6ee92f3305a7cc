"use client";

import Link from "next/link";
import type { Entry } from "@/lib/journal/entries";
import { STET_ID, STET_NAME } from "@/lib/journal/stetItself";
import { useDossier } from "@/lib/live/useDossier";
import { Moment } from "@/lib/ui/Moment";
import { entryWords } from "./entryWords";

/** One thing that happened, with a way to what it is about. */
export function EntryLine({ entry }: { entry: Entry }) {
  const former = entry.actorId === STET_ID ? STET_NAME : "A former member";
  const actor = useDossier((state) => state.members[entry.actorId]?.name ?? former);
  const { did, what, href } = entryWords(entry);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5 text-sm">
      <span className="min-w-0 flex-1 basis-72">
        <span className="font-medium">{actor}</span> {did}{" "}
        {what &&
          (href ? (
            <Link href={href} className="stet-link" dir="auto">
              {what}
            </Link>
          ) : (
            <bdi>{what}</bdi>
          ))}
      </span>
      <span className="text-xs text-soft">
        <Moment at={entry.at} />
      </span>
    </li>
  );
}
