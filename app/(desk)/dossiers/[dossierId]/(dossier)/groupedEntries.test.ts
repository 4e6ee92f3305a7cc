import { expect, test } from "vitest";
import type { Entry } from "@/lib/journal/entries";
import { groupedEntries } from "./groupedEntries";

const typed = (seq: number, minute: number, actorId = "ada", reportId = "r") =>
  ({
    ...{ seq, actorId, at: new Date(minute * 60_000).toISOString(), type: "memo.edited" },
    payload: { reportId, title: "R", update: "", version: seq },
  }) as Entry;
const other = { seq: 3, actorId: "ada", at: new Date(0).toISOString(), type: "comment.deleted" } as Entry;
const shown = (entries: Entry[]) => groupedEntries(entries).map(({ entry, count }) => [entry.seq, count]);

test.each<[string, Entry[], number[][]]>([
  ["one person's writing is one line", [typed(1, 0), typed(2, 1), typed(3, 2)], [[3, 3]]],
  ["newest first too", [typed(3, 2), typed(2, 1)], [[3, 2]]],
  [
    "two people are two",
    [typed(1, 0), typed(2, 0, "ben")],
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    "two memos are two",
    [typed(1, 0), typed(2, 0, "ada", "s")],
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    "after a long pause it is another",
    [typed(1, 0), typed(2, 45)],
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    "other things stand between",
    [typed(1, 0), typed(2, 0), other, typed(4, 0)],
    [
      [2, 2],
      [3, 1],
      [4, 1],
    ],
  ],
])("%s", (_, entries, groups) => {
  expect(shown(entries)).toEqual(groups);
});
