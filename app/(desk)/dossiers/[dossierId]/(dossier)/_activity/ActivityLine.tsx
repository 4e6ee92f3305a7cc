"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Activity } from "@/lib/activity/schema";
import { Avatar } from "@/lib/ui/Avatar";
import { timeOfDay } from "./timeOfDay";

/** One thing that happened: who did what, when, and the way there. */
export function ActivityLine({ item, isInRun = false }: { item: Activity; isInRun?: boolean }) {
  const { actor, did, what, isQuote, href, article, isDeleted } = item;
  const words = href ? (
    <Link href={href} prefetch={false} className="stet-link">
      {what || "go there"}
    </Link>
  ) : (
    what
  );
  return (
    <Line name={isInRun ? null : actor.name} at={item.at}>
      {!isInRun && (
        <>
          <bdi className="font-medium">{actor.name}</bdi>{" "}
        </>
      )}
      {did} {/* Around the link: within it, its first box is a quotation mark that cannot be pressed. */}
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
    </Line>
  );
}

/** The frame of a line. @param props.name whose face it shows; null for none */
export function Line({ name, at, children }: { name: string | null; at: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 px-3 py-2.5 text-sm sm:px-4">
      {name !== null && <Avatar name={name} />}
      <div className="min-w-0 flex-1 leading-relaxed">{children}</div>
      <time
        dateTime={at}
        title={new Date(at).toLocaleString("en-GB")}
        className="shrink-0 text-xs leading-6 text-soft tabular-nums"
      >
        {timeOfDay(at)}
      </time>
    </div>
  );
}
