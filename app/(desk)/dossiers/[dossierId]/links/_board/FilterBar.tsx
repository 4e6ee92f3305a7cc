"use client";

import { type LinkFilter, narrowings, parseFilter, type Sort, sortSchema } from "@/lib/links/filter";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { ChoiceFilter } from "./ChoiceFilter";
import { FilterWords } from "./FilterWords";
import { dossierChoices, fixedChoices } from "./filterChoices";

type Props = {
  filter: LinkFilter;
  speakers: readonly string[];
  onFilter: (filter: LinkFilter) => void;
  /** A picture has an order of its own. */
  withoutOrder?: boolean;
};

const sortWords: Record<Sort, string> = {
  newest: "Newest first",
  changed: "Changed last",
  severity: "Most severe first",
  status: "By status",
  article: "By article",
  date: "By the earlier date",
};

/** Everything the board can be narrowed by. */
export function FilterBar({ filter, speakers, onFilter, withoutOrder = false }: Props) {
  const articles = useDossier((state) => Object.values(state.articles));
  const members = useDossier((state) => Object.values(state.members));
  // Read through the parser, so that nothing gets in that an address could not carry.
  const set = (change: Record<string, unknown>) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filter, ...change })) {
      if (value !== undefined && value !== "") params.set(name, String(value));
    }
    onFilter(parseFilter(params));
  };
  return (
    <search className="flex flex-col gap-2" aria-label="Filter of the board">
      <div className="flex flex-wrap items-end gap-2">
        <FilterWords q={filter.q ?? ""} onWords={(q) => set({ q })} />
        <Field label="Speaker" hiddenLabel className="w-48">
          <Select value={filter.speaker ?? ""} onChange={(event) => set({ speaker: event.target.value })}>
            <option value="">Every speaker</option>
            {[...new Set([...speakers, ...(filter.speaker ? [filter.speaker] : [])])].map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {!withoutOrder && (
          <Field label="Order" hiddenLabel className="w-48">
            <Select
              value={filter.sort}
              onChange={(event) => set({ sort: sortSchema.parse(event.target.value) })}
            >
              {sortSchema.options.map((sort) => (
                <option key={sort} value={sort}>
                  {sortWords[sort]}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {[...fixedChoices, ...dossierChoices(members, articles)].map(({ name, label, options }) => (
          <ChoiceFilter
            key={name}
            label={label}
            options={options}
            chosen={filter[name] as readonly string[] | undefined}
            onChoose={(values) => set({ [name]: values })}
          />
        ))}
        {(["since", "until"] as const).map((name) => (
          <label key={name} className="flex items-center gap-1.5 px-2 text-xs">
            {name}
            <input
              type="date"
              className="rounded border border-line-strong bg-surface px-1 py-0.5"
              value={filter[name] ?? ""}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </label>
        ))}
        <Button
          size="sm"
          look="quiet"
          aria-pressed={filter.flagged === true}
          onClick={() => set({ flagged: filter.flagged ? undefined : true })}
        >
          Look again
        </Button>
        {narrowings(filter) > 0 && (
          <Button size="sm" onClick={() => onFilter({ sort: filter.sort })}>
            Show all
          </Button>
        )}
      </div>
    </search>
  );
}
