"use client";

import { ChevronDown } from "lucide-react";
import type { Run } from "@/lib/activity/runs";
import { ActivityLine, Line } from "./ActivityLine";

/** A long run of one person's like deeds on one line, to be opened. */
export function RunLine({ run }: { run: Run }) {
  const [first] = run.items;
  if (!first) return null;
  if (run.did === null) return <ActivityLine item={first} />;
  return (
    <details className="group">
      <summary className="cursor-pointer list-none rounded hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Line name={first.actor.name} at={first.at}>
          <bdi className="font-medium">{first.actor.name}</bdi> {run.did}
          {first.article && (
            <>
              {" "}
              in <bdi>{first.article.title}</bdi>
            </>
          )}
          <ChevronDown
            aria-hidden
            size={15}
            className="ms-1 inline align-text-bottom text-soft transition-transform group-open:rotate-180 motion-reduce:transition-none"
          />
        </Line>
      </summary>
      <ol className="ms-6 mb-2 border-s-2 border-line sm:ms-8">
        {run.items.map((item) => (
          <li key={item.seq}>
            <ActivityLine item={{ ...item, article: null }} isInRun />
          </li>
        ))}
      </ol>
    </details>
  );
}
