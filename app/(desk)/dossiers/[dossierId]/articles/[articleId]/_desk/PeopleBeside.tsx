"use client";

import "../../../_presence/presence.css";
import { type RefObject, useEffect, useState } from "react";
import type { Person } from "@/lib/presence/model";
import { Avatar } from "@/lib/ui/Avatar";
import { shortened } from "../../../../../words";
import { useDesk } from "./deskContext";

type Mark = { person: Person; top: number; flag: { x: number; top: number } | null };

/** How far apart two marks are at least, CSS pixels. */
const APART = 22;

/** Who is where, beside the paragraph they are at; and a name at the beginning of what somebody has selected. */
export function PeopleBeside(props: {
  people: readonly Person[];
  column: RefObject<HTMLElement | null>;
  layout: number;
}) {
  const { people, column, layout } = props;
  const { article, revision, surface } = useDesk();
  const [marks, setMarks] = useState<readonly Mark[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useEffect(() => {
    if (people.length === 0) return setMarks([]);
    const frame = requestAnimationFrame(() => {
      const handle = surface.current;
      const text = column.current?.querySelector(".stet-article");
      if (!handle || !text || !column.current) return;
      const origin = column.current.getBoundingClientRect();
      const box = text.getBoundingClientRect();
      const [right, down] = [box.left - origin.left, box.top - origin.top];
      const { length } = revision.text;
      const found = people.flatMap((person): Mark[] => {
        const { where, selection } = person;
        const at = selection?.start ?? where.start;
        const top = at === undefined || at >= length ? null : handle.topOf(at);
        if (top === null) return [];
        const edge = selection && selection.end <= length ? handle.edgeOf(selection, "start") : null;
        const flag = edge && { x: right + edge.x, top: down + edge.top };
        return [{ person, top: down + top, flag }];
      });
      found.sort((a, b) => a.top - b.top);
      let least = Number.NEGATIVE_INFINITY;
      for (const mark of found) {
        mark.top = Math.max(mark.top, least);
        least = mark.top + APART;
      }
      setMarks(found);
    });
    return () => cancelAnimationFrame(frame);
  }, [people, layout, surface, column, revision]);

  return (
    <>
      <ul
        aria-label="Where others are"
        className="pointer-events-none absolute inset-y-0 -end-5 w-5 font-sans"
      >
        {marks.map(({ person, top }) => (
          <li key={person.userId} className="absolute end-0 leading-none" style={{ insetBlockStart: top }}>
            <Avatar
              name={`${person.name} is at: ${passage(revision.text, person)}`}
              initialsOf={person.name}
              size="sm"
              colour={person.colour}
              labelled
            />
          </li>
        ))}
      </ul>
      <div
        aria-hidden
        dir={article.direction}
        className="pointer-events-none absolute top-0 left-0 font-sans"
      >
        {marks.map(
          ({ person, flag }) =>
            flag && (
              <span
                key={person.userId}
                data-colour={person.colour}
                className="stet-person absolute max-w-40 -translate-y-full truncate rtl:-translate-x-full rounded-sm px-1 text-[0.6875rem] leading-4 font-medium"
                style={{ left: flag.x, top: flag.top }}
              >
                {person.name}
              </span>
            ),
        )}
      </div>
    </>
  );
}

/** The words somebody is at, for those who cannot see the mark's place. */
function passage(text: string, { where, selection }: Person): string {
  const start = selection?.start ?? where.start ?? 0;
  const end = selection?.end ?? start + 80;
  return shortened(text.slice(start, end).split("\n")[0] ?? "", 60);
}
