"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Activity } from "@/lib/activity/schema";
import { Avatar } from "@/lib/ui/Avatar";
import { timeOfDay } from "./timeOfDay";

/** One thing that happened: who did what, when, and the way there. */
export function ActivityLine({ item, isInRun = false }: { item: Activity; isInRun?: boolean }) {
  const { actor, did, what, isQuote, href, article, isDeleted } = item;
  const words =
    what &&
    (isQuote ? (
      <q dir="auto" className="font-serif">
        {what}
      </q>
    ) : (
      <bdi>{what}</bdi>
    ));
  return (
    <Line name={isInRun ? null : actor.name} at={item.at}>
      {!isInRun && (
        <>
          <bdi className="font-medium">{actor.name}</bdi>{" "}
        </>
      )}
      {did}{" "}
      {href ? (
        <Link href={href} prefetch={false} className="stet-link">
          {words || "go there"}
        </Link>
      ) : (
        words
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
