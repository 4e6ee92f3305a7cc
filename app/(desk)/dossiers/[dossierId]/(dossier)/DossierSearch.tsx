"use client";

import { useState } from "react";
import { useDossier } from "@/lib/live/useDossier";
import { MAX_QUERY_LENGTH, parseQuery, queryHint } from "@/lib/search/query";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { counted } from "../../../words";
import { PassageList } from "../_search/PassageList";
import { usePassages } from "../_search/usePassages";

/** Passages of all articles; what is asked is in the address, so that it can be sent and gone back to. */
export function DossierSearch({ initial }: { initial: string }) {
  const [typed, setTyped] = useState(initial);
  const dossierId = useDossier((state) => state.dossier.id);
  const isEmpty = typed.trim() === "";
  const { problem } = parseQuery(typed);
  const passages = usePassages(dossierId, isEmpty || problem ? null : typed.trim());
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Field label="Search the articles of this dossier" hint={queryHint} error={isEmpty ? null : problem}>
        <Input
          type="search"
          dir="auto"
          maxLength={MAX_QUERY_LENGTH}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const query = new URLSearchParams({ tab: "search", q: event.target.value });
            window.history.replaceState(null, "", `?${query}`);
          }}
        />
      </Field>
      {!isEmpty && !problem && (
        <p role="status" className="text-sm text-soft">
          {passages.problem ??
            (passages.items.length > 0
              ? `${counted(passages.paragraphs, "paragraph")} in ${counted(passages.byArticle.size, "article")}`
              : passages.isBusy
                ? "Searching …"
                : "Nothing in this dossier has this. Try fewer words, or only their beginnings.")}
        </p>
      )}
      <PassageList passages={passages} />
    </div>
  );
}
