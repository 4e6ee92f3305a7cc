"use client";

import { checkStatuses, checkStatusSchema, confidenceSchema, confidences } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { AnnotationFields } from "@/lib/desk/steps";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { checkStatusWords, confidenceWords } from "../../../../../words";
import { CheckerLines } from "./CheckerLines";

const label = (words: string) => <span className="text-xs font-normal text-soft">{words}</span>;

/** How far the checking is, how sure it is, and whose work it is. */
export function CheckFields(props: { annotation: Annotation; onChange: (fields: AnnotationFields) => void }) {
  const { annotation, onChange } = props;
  const { userId } = useActor();
  const members = useDossier((state) => state.members);
  const { assignee, confidence } = annotation;
  // Oneself first, then by name.
  const people = Object.values(members).sort(
    (a, b) => Number(b.userId === userId) - Number(a.userId === userId) || a.name.localeCompare(b.name),
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2">
        <Field label={label("Check")}>
          <Select
            value={annotation.checkStatus}
            onChange={(event) => onChange({ checkStatus: checkStatusSchema.parse(event.target.value) })}
          >
            {checkStatuses.map((status) => (
              <option key={status} value={status}>
                {checkStatusWords[status].words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={label("Confidence")}>
          <Select
            value={confidence ?? ""}
            onChange={(event) =>
              onChange({ confidence: event.target.value ? confidenceSchema.parse(event.target.value) : null })
            }
          >
            <option value="">Not said</option>
            {confidences.map((one) => (
              <option key={one} value={one}>
                {confidenceWords[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <CheckerLines annotation={annotation} onChange={onChange} />
      <div className="flex items-end gap-2">
        <Field label={label("Assignee")} className="flex-1">
          <Select
            value={assignee ?? ""}
            onChange={(event) => onChange({ assignee: event.target.value || null })}
          >
            <option value="">Nobody</option>
            {people.map((person) => (
              <option key={person.userId} value={person.userId}>
                {person.userId === userId ? `${person.name} (you)` : person.name}
              </option>
            ))}
            {assignee && !members[assignee] && <option value={assignee}>Someone no longer here</option>}
          </Select>
        </Field>
        {assignee !== userId && (
          <Button size="sm" className="min-h-8" onClick={() => onChange({ assignee: userId })}>
            Assign to me
          </Button>
        )}
      </div>
    </div>
  );
}
