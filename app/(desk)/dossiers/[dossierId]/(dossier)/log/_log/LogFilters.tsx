"use client";

import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { entryTypes, type LogFilter, typeWords } from "./logFilter";

/** Whose, what and when: each choice goes into the address. */
export function LogFilters(props: { filter: LogFilter; onChange: (filter: LogFilter) => void }) {
  const { filter, onChange } = props;
  const members = useDossier((state) => state.members, Object.is);
  const change = (part: Partial<LogFilter>) => onChange({ ...filter, ...part });
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <Field label="Person" className="max-w-full flex-1 basis-40 sm:flex-none">
        <Select
          value={filter.actor ?? ""}
          onChange={(event) => change({ actor: event.target.value || null })}
        >
          <option value="">Everybody</option>
          {filter.actor && !members[filter.actor] && <option value={filter.actor}>A former member</option>}
          {Object.values(members).map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Entry" className="max-w-full flex-1 basis-40 sm:flex-none">
        <Select
          value={filter.type ?? ""}
          onChange={(event) =>
            change({ type: entryTypes.find((type) => type === event.target.value) ?? null })
          }
        >
          <option value="">Every kind</option>
          {entryTypes.map((type) => (
            <option key={type} value={type}>
              {typeWords(type)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From" className="flex-1 basis-36 sm:flex-none">
        <Input
          type="date"
          value={filter.from ?? ""}
          onChange={(event) => change({ from: event.target.value || null })}
        />
      </Field>
      <Field label="To" className="flex-1 basis-36 sm:flex-none">
        <Input
          type="date"
          value={filter.to ?? ""}
          onChange={(event) => change({ to: event.target.value || null })}
        />
      </Field>
      {filter.subject && <p className="py-2 text-sm text-soft">Only of one thing</p>}
      {isNarrowed && (
        <Button
          look="quiet"
          onClick={() => onChange({ actor: null, type: null, subject: null, from: null, to: null })}
        >
          Show everything
        </Button>
      )}
    </div>
  );
}
