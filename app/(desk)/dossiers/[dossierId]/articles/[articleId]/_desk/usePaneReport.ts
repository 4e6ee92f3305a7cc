"use client";

import { useEffect, useEffectEvent, useLayoutEffect } from "react";
import type { Desk } from "./deskContext";
import { usePane } from "./paneContext";

/** Lends this desk to the page that shows two of them, and tells it what is selected and when heights changed. */
export function usePaneReport({ article, revision, surface, actions, state }: Desk, layout: number): void {
  const pane = usePane();
  const { selectedId } = state;
  const report = useEffectEvent(() =>
    pane?.report({
      ...{ articleId: article.id, revisionId: revision.id, surface, selectedId },
      goTo: actions.goTo,
      focus: () => surface.current?.focus(),
    }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is reported has changed
  useLayoutEffect(() => report(), [article.id, selectedId]);
  const told = useEffectEvent(() => pane?.onSelected(selectedId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected annotation is the reason
  useEffect(() => told(), [selectedId]);
  const laidOut = useEffectEvent(() => pane?.onLayout());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is the reason
  useEffect(() => laidOut(), [layout]);
  const leave = useEffectEvent(() => pane?.report(null));
  useEffect(() => () => leave(), []);
}
