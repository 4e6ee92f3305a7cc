"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { Place } from "@/lib/agreement/places";
import type { Adjudicated } from "@/lib/agreement/schema";
import type { Annotation } from "@/lib/annotations/schema";
import type { Article } from "@/lib/articles/schema";
import { api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { EmptyState } from "@/lib/ui/EmptyState";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { counted } from "../../../../../words";
import { PlaceCard } from "./PlaceCard";
import type { Annotator } from "./useAnnotators";
import { placeKey, useChoices } from "./useChoices";

type Props = {
  article: Article;
  text: string;
  places: readonly Place<Annotation>[];
  people: readonly [Annotator, Annotator];
  /** Whether this person may make one set of the two, now. */
  canJudge: boolean;
};

/** The places two people annotated, side by side; for whoever judges, what stays of each. */
export function Differences({ article, text, places, people, canJudge }: Props) {
  const router = useRouter();
  const [one, other] = people;
  const { choiceOf, choose, forget } = useChoices(`stet.adjudication.${article.id}.${one.id}.${other.id}`);
  const [showsSame, setShowsSame] = useState(false);
  const { busy, error, run } = useAction();
  const different = places.filter(({ standing }) => standing !== "same");
  const open = different.filter((place) => choiceOf(place) === null).length;
  const shown = showsSame ? places : different;
  const remove = places.flatMap((place) => {
    const choice = choiceOf(place);
    const given = choice === "one" ? place.other : choice === "other" ? place.one : [];
    return given.map(({ id, version }) => ({ id, version }));
  });

  async function adjudicate() {
    const { version } = article;
    const body = { version, people: [one.id, other.id], remove };
    const done = await run(() => api.post<Adjudicated>(`/api/articles/${article.id}/adjudication`, body));
    if (!done) return;
    forget();
    toast(`One set is made; ${counted(done.adjudication.removed, "annotation")} gave way`, {
      action: { label: "Undo", onClick: () => void undo(done) },
    });
    router.push(`/dossiers/${article.dossierId}/articles/${article.id}`);
  }
  async function undo({ article: { id, dossierId, version } }: Adjudicated) {
    const items = remove.map((gone) => ({ id: gone.id, version: gone.version + 1 }));
    await run(async () => {
      // Independent first: the same words may be tagged twice only then.
      await api.patch<Article>(`/api/articles/${id}`, { version, independent: true });
      if (items.length > 0) await api.post(`/api/dossiers/${dossierId}/annotations/restore`, { items });
    });
  }
  return (
    <section aria-labelledby="differences" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="differences" className="font-serif text-xl font-semibold">
          {counted(different.length, "difference")}
        </h2>
        <Checkbox
          checked={showsSame}
          onChange={({ target }) => setShowsSame(target.checked)}
          label={`Also ${counted(places.length - different.length, "place")} where both say the same`}
        />
      </div>
      {shown.length === 0 && (
        <EmptyState title="They agree everywhere">
          No place stands otherwise with one than with the other.
        </EmptyState>
      )}
      <ol className="flex flex-col gap-4">
        {shown.map((place) => (
          <PlaceCard
            key={placeKey(place)}
            articleId={article.id}
            text={text}
            place={place}
            people={people}
            choice={canJudge ? choiceOf(place) : null}
            onChoose={canJudge ? (choice) => choose(place, choice) : undefined}
          />
        ))}
      </ol>
      {canJudge && (
        <div className="sticky bottom-0 -mx-1 flex flex-col gap-3 border-t border-line bg-paper px-1 py-3">
          <ErrorNotice error={error} kept="Nothing was changed; your choices are still here." />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p role="status" className="text-sm text-soft">
              {open === 0 ? "Every difference is decided." : `${counted(open, "difference")} still open.`}
            </p>
            <ConfirmDialog
              trigger={
                <Button look="primary" busy={busy} disabled={open > 0}>
                  Make one set
                </Button>
              }
              title="Make one set of the two?"
              confirm="Make one set"
              onConfirm={adjudicate}
            >
              {counted(remove.length, "annotation")} give way; undo brings them back. How far the two agreed
              is written down, and the article is annotated together from then on.
            </ConfirmDialog>
          </div>
        </div>
      )}
    </section>
  );
}
