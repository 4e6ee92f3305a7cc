"use client";

import { useMemo } from "react";
import { useDossier } from "@/lib/live/useDossier";
import { standings } from "@/lib/reviews/standing";
import { Button } from "@/lib/ui/Button";
import { ChoiceFilter } from "../../../../../links/_board/ChoiceFilter";
import { decisionStates, itemKinds, narrowings, noFilter, type ReviewFilter } from "./reviewFilter";
import type { ReviewRow } from "./reviewRows";
import { decisionWords, kindName, standingWords } from "./standingWords";

type Props = {
  filter: ReviewFilter;
  rows: readonly ReviewRow[];
  isLater: boolean;
  onFilter: (filter: ReviewFilter) => void;
};

/** What the list can be narrowed to; only what there is to choose from is offered. */
export function ReviewFilters({ filter, rows, isLater, onFilter }: Props) {
  const members = useDossier((state) => state.members, Object.is);
  const there = useMemo(() => {
    const articles = new Map<string, string>();
    const makers = new Set<string>();
    for (const { item, filtered } of rows) {
      if (item.type === "annotation") articles.set(item.passage.article.id, item.passage.article.title);
      for (const maker of filtered.makers) makers.add(maker);
    }
    return { articles, makers };
  }, [rows]);
  const set = (part: Partial<ReviewFilter>) => onFilter({ ...filter, ...part });
  const has = <T,>(values: readonly T[], of: (row: ReviewRow) => T) =>
    values.filter((value) => rows.some((row) => of(row) === value));
  return (
    <search aria-label="Filter of the items" className="flex flex-wrap items-center gap-1">
      {(filter.isMine || rows.some(({ refusal }) => refusal === null)) && (
        <Button
          size="sm"
          look="quiet"
          aria-pressed={filter.isMine}
          title="What you may decide on and nobody has"
          onClick={() => set({ isMine: !filter.isMine })}
        >
          Mine to decide
        </Button>
      )}
      {there.articles.size > 1 && (
        <ChoiceFilter
          label="Article"
          options={[...there.articles].map(([value, label]) => ({ value, label }))}
          chosen={filter.article}
          onChoose={(article) => set({ article })}
        />
      )}
      <ChoiceFilter
        label="Kind"
        options={has(itemKinds, ({ filtered }) => filtered.kind).map((value) => ({
          value,
          label: kindName(value),
        }))}
        chosen={filter.kind}
        onChoose={(kind) => set({ kind: itemKinds.filter((one) => kind.includes(one)) })}
      />
      {isLater && (
        <ChoiceFilter
          label="Since then"
          options={has(standings, ({ standing }) => standing).map((value) => ({
            value,
            label: standingWords[value].words,
          }))}
          chosen={filter.standing}
          onChoose={(standing) => set({ standing: standings.filter((one) => standing.includes(one)) })}
        />
      )}
      <ChoiceFilter
        label="Decision"
        options={decisionStates.map((value) => ({ value, label: decisionWords[value].words }))}
        chosen={filter.decision}
        onChoose={(decision) => set({ decision: decisionStates.filter((one) => decision.includes(one)) })}
      />
      <ChoiceFilter
        label="Made by"
        options={[...there.makers].map((value) => ({
          value,
          label: members[value]?.name ?? "A former member",
        }))}
        chosen={filter.maker}
        onChoose={(maker) => set({ maker })}
      />
      {narrowings(filter) > 0 && (
        <Button size="sm" onClick={() => onFilter({ ...noFilter, isWhole: filter.isWhole })}>
          Clear
        </Button>
      )}
    </search>
  );
}
