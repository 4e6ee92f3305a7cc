"use client";

import { activityKinds } from "@/lib/activity/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { shortened } from "../../../../words";
import { type ActivityFilter, kindWords } from "./activityFilter";

/** Whose, where and what: each choice goes into the address. */
export function ActivityFilters(props: {
  filter: ActivityFilter;
  onChange: (filter: ActivityFilter) => void;
}) {
  const { filter, onChange } = props;
  const members = useDossier((state) => state.members, Object.is);
  const articles = useDossier((state) => state.articles, Object.is);
  const change = (part: Partial<ActivityFilter>) => onChange({ ...filter, at: null, ...part });
  const isNarrowed = filter.person || filter.article || filter.kind || filter.at;
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <Field label="Person" className="max-w-full flex-1 basis-40 sm:flex-none">
        <Select
          value={filter.person ?? ""}
          onChange={(event) => change({ person: event.target.value || null })}
        >
          <option value="">Everybody</option>
          {filter.person && !members[filter.person] && <option value={filter.person}>A former member</option>}
          {Object.values(members).map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Article" className="max-w-full flex-1 basis-40 sm:max-w-72 sm:flex-none">
        <Select
          value={filter.article ?? ""}
          onChange={(event) => change({ article: event.target.value || null })}
        >
          <option value="">All articles</option>
          {filter.article && !articles[filter.article] && (
            <option value={filter.article}>A deleted article</option>
          )}
          {Object.values(articles).map(({ id, title }) => (
            <option key={id} value={id}>
              {shortened(title, 60)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="About" className="max-w-full flex-1 basis-40 sm:flex-none">
        <Select
          value={filter.kind ?? ""}
          onChange={(event) =>
            change({ kind: activityKinds.find((kind) => kind === event.target.value) ?? null })
          }
        >
          <option value="">Everything</option>
          {activityKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {isNarrowed && (
        <Button look="quiet" onClick={() => change({ person: null, article: null, kind: null })}>
          Show everything
        </Button>
      )}
    </div>
  );
}
