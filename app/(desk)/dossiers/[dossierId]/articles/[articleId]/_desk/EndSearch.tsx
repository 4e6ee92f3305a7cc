"use client";

import { useDeferredValue, useMemo, useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { findAnnotations } from "@/lib/desk/findAnnotations";
import { useDossier } from "@/lib/live/useDossier";
import { grouped } from "@/lib/text/grouped";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { KindBadge } from "@/lib/ui/KindBadge";
import { PassageText } from "../../../_search/PassageText";
import { UntaggedPassages } from "./UntaggedPassages";

/** As many as anyone reads through; a longer list asks for another word. */
const MOST_SHOWN = 60;

/** The annotations of the whole dossier to choose a link's other end from, other articles first. */
export function EndSearch({ from, onChoose }: { from: Annotation; onChoose: (end: Annotation) => void }) {
  const [query, setQuery] = useState("");
  const deferred = useDeferredValue(query);
  const annotations = useDossier((state) =>
    Object.values(state.annotations).filter((one) => one.id !== from.id && state.articles[one.articleId]),
  );
  const articles = useDossier((state) => state.articles);
  const found = useMemo(() => findAnnotations(annotations, deferred), [annotations, deferred]);
  const groups = useMemo(() => {
    const byArticle = grouped(found.slice(0, MOST_SHOWN), (one) => one.articleId);
    return [...byArticle].sort(([a], [b]) => Number(a === from.articleId) - Number(b === from.articleId));
  }, [found, from]);
  return (
    <div className="flex flex-col gap-3">
      <Field label="Or search the annotations and texts of this dossier">
        <Input
          type="search"
          dir="auto"
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </Field>
      {found.length === 0 && (
        <p className="text-sm text-soft">
          {query
            ? "No annotation has all of these words."
            : "Nothing else is tagged in this dossier yet. Choose in the text to tag the other end."}
        </p>
      )}
      {groups.map(([articleId, list]) => (
        <section key={articleId} aria-label={articles[articleId]?.title}>
          <h3 className="mb-1 text-sm font-semibold">
            {articleId === from.articleId ? "In the same article" : articles[articleId]?.title}
          </h3>
          <ul className="flex flex-col gap-1">
            {list.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="flex w-full cursor-pointer items-baseline gap-2 rounded-md border border-line px-2.5 py-1.5 text-start hover:border-accent hover:bg-accent-wash"
                  onClick={() => onChoose(one)}
                >
                  <KindBadge kind={one.kind} short />
                  <span className="min-w-0 flex-1">
                    <PassageText before={one.prefix} exact={one.exact} after={one.suffix} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length > MOST_SHOWN && (
        <p className="text-xs text-soft">
          {found.length - MOST_SHOWN} more: write another word to find them.
        </p>
      )}
      <UntaggedPassages from={from} query={deferred} onChoose={onChoose} />
    </div>
  );
}
