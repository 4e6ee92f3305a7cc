"use client";

import { useMemo } from "react";
import { checkStatuses } from "@/lib/annotations/kinds";
import { type AnnotationFilter, showEverything } from "@/lib/desk/annotationFilter";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { checkStatusWords } from "../../../../../words";
import { useDesk } from "./deskContext";
import { useFilterCounts } from "./useFilterCounts";

/** Everything that can be asked of annotations, each answer with how many there are. Counted while it is open. */
export function FilterFields() {
  const { filter, setFilter, annotations, hidden } = useDesk();
  const { userId } = useActor();
  const members = useDossier((state) => state.members);
  const counts = useFilterCounts();
  const others = useMemo(
    () =>
      Object.values(members)
        .filter((one) => one.userId !== userId)
        .sort((a, b) => a.name.localeCompare(b.name)),
    [members, userId],
  );
  const ask = (part: Partial<AnnotationFilter>) => setFilter({ ...filter, ...part });
  const tags = [...counts.tags].sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
  return (
    <div className="flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1 text-xs font-medium">Check</legend>
        <div className="grid grid-cols-2 gap-x-3 gap-y-1">
          {checkStatuses.map((status) => {
            const isAsked = filter.statuses.includes(status);
            return (
              <Checkbox
                key={status}
                className="text-xs pointer-coarse:py-1.5"
                label={counted(checkStatusWords[status].words, counts.statuses.get(status))}
                checked={isAsked}
                onChange={() =>
                  ask({
                    statuses: checkStatuses.filter((one) =>
                      one === status ? !isAsked : filter.statuses.includes(one),
                    ),
                  })
                }
              />
            );
          })}
        </div>
      </fieldset>
      <Field label={<span className="text-xs">Assignee</span>}>
        <Select
          value={filter.assignee ?? ""}
          onChange={(event) => ask({ assignee: event.target.value || null })}
        >
          <option value="">Anyone</option>
          <option value="me">{counted("Mine", counts.assignees.get(userId))}</option>
          <option value="nobody">{counted("Nobody’s", counts.assignees.get(null))}</option>
          {others.map((person) => (
            <option key={person.userId} value={person.userId}>
              {counted(person.name, counts.assignees.get(person.userId))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={<span className="text-xs">Tag</span>}>
        <Select value={filter.tag ?? ""} onChange={(event) => ask({ tag: event.target.value || null })}>
          <option value="">Any or none</option>
          {filter.tag !== null && !counts.tags.has(filter.tag) && (
            <option value={filter.tag}>{counted(filter.tag, 0)}</option>
          )}
          {tags.map(([tag, count]) => (
            <option key={tag} value={tag}>
              {counted(tag, count)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={<span className="text-xs">Evidence</span>}>
        <Select
          value={filter.evidence ?? ""}
          onChange={({ target: { value } }) =>
            ask({ evidence: value === "with" || value === "without" ? value : null })
          }
        >
          <option value="">With or without</option>
          <option value="with">{counted("With evidence", counts.withEvidence)}</option>
          <option value="without">
            {counted("Without evidence", annotations.length - counts.withEvidence)}
          </option>
        </Select>
      </Field>
      <Field label={<span className="text-xs">Review</span>}>
        <Select
          value={filter.review ?? ""}
          onChange={({ target: { value } }) =>
            ask({ review: value === "to_fix" || value === "fixed" ? value : null })
          }
        >
          <option value="">Returned or not</option>
          <option value="to_fix">{counted("Returned, to fix", counts.review.to_fix)}</option>
          <option value="fixed">{counted("Fixed, to be seen again", counts.review.fixed)}</option>
        </Select>
      </Field>
      <Checkbox
        className="text-xs"
        label={counted("Has open comments", counts.withOpenComments)}
        checked={filter.openComments}
        onChange={() => ask({ openComments: !filter.openComments })}
      />
      <div className="flex items-center justify-between border-t border-line pt-3 text-xs text-soft">
        <span>
          {(annotations.length - hidden).toLocaleString("en-GB")} of{" "}
          {annotations.length.toLocaleString("en-GB")} shown
        </span>
        <Button size="sm" onClick={() => setFilter(showEverything)}>
          Show everything
        </Button>
      </div>
    </div>
  );
}

function counted(words: string, count = 0): string {
  return `${words} (${count.toLocaleString("en-GB")})`;
}
