"use client";

import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { counted } from "../../../../../words";
import type { Annotator } from "./useAnnotators";

type Props = {
  annotators: readonly Annotator[];
  one: Annotator;
  other: Annotator;
  onChoose: (people: readonly [string, string]) => void;
};

/** Which two of those who annotated are compared. */
export function PeopleChoice({ annotators, one, other, onChoose }: Props) {
  const options = annotators.map(({ id, name, annotations }) => (
    <option key={id} value={id}>
      {name} ({counted(annotations.length, "annotation")})
    </option>
  ));
  const swapped = (id: string, beside: string, before: string) => (id === beside ? before : beside);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="First">
        <Select
          value={one.id}
          onChange={({ target }) => onChoose([target.value, swapped(target.value, other.id, one.id)])}
        >
          {options}
        </Select>
      </Field>
      <Field label="Second">
        <Select
          value={other.id}
          onChange={({ target }) => onChoose([swapped(target.value, one.id, other.id), target.value])}
        >
          {options}
        </Select>
      </Field>
    </div>
  );
}
