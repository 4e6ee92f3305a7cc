"use client";

import { useEffect, useState } from "react";
import { type LinkFilter, narrowings, parseFilter, type Sort, sortSchema } from "@/lib/links/filter";
import {
  linkStatusSchema,
  relations,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypes,
} from "@/lib/links/relations";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../../words";
import { ChoiceFilter } from "./ChoiceFilter";

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
const none = (label: string) => ({ value: "none", label });
const TYPING_MS = 250;

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
  const choice = (label: string, name: keyof LinkFilter, options: { value: string; label: string }[]) => (
    <ChoiceFilter
      label={label}
      options={options}
      chosen={filter[name] as readonly string[] | undefined}
      onChoose={(values) => set({ [name]: values })}
    />
  );
  return (
    <search className="flex flex-col gap-2" aria-label="Filter of the board">
      <div className="flex flex-wrap items-end gap-2">
        <Words key={filter.q ?? ""} q={filter.q ?? ""} onWords={(q) => set({ q })} />
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
        {choice(
          "Status",
          "status",
          linkStatusSchema.options.map((value) => ({ value, label: linkStatusWords[value].words })),
        )}
        {choice(
          "Relation",
          "relation",
          relations.map((value) => ({ value, label: relationWords[value] })),
        )}
        {choice("Subtype", "subtype", [
          ...subtypes.map((value) => ({ value: value as string, label: subtypeWords[value] })),
          none("not said"),
        ])}
        {choice("Strength", "strength", [
          ...strengthSchema.options.map((value) => ({ value: value as string, label: value })),
          none("not said"),
        ])}
        {choice(
          "Event",
          "sameEvent",
          sameEventSchema.options.map((value) => ({
            value,
            label: { yes: "same event", no: "different events", unknown: "unknown" }[value],
          })),
        )}
        {choice("Severity", "severity", [
          ...severitySchema.options.map((value) => ({ value: value as string, label: severityWords[value] })),
          none("Not said"),
        ])}
        {choice("Owner", "owner", [
          ...members.map(({ userId, name }) => ({ value: userId, label: name })),
          none("Nobody"),
        ])}
        {choice(
          "Article",
          "article",
          articles.map(({ id, title }) => ({ value: id, label: title })),
        )}
        <label className="flex items-center gap-1.5 px-2 text-xs">
          since
          <input
            type="date"
            className="rounded border border-line-strong bg-surface px-1 py-0.5"
            value={filter.since ?? ""}
            onChange={(event) => set({ since: event.target.value })}
          />
        </label>
        <label className="flex items-center gap-1.5 px-2 text-xs">
          until
          <input
            type="date"
            className="rounded border border-line-strong bg-surface px-1 py-0.5"
            value={filter.until ?? ""}
            onChange={(event) => set({ until: event.target.value })}
          />
        </label>
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

/** Words to look for; asked once one stops typing. */
function Words({ q, onWords }: { q: string; onWords: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => onWords(typed), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Field label="Words" hiddenLabel className="min-w-48 flex-1">
      <Input
        type="search"
        data-board-words
        dir="auto"
        maxLength={200}
        placeholder="Words in the passages or reasons"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
    </Field>
  );
}
