"use client";

import { Scale } from "lucide-react";
import Link from "next/link";
import { useMemo, useState } from "react";
import { measuresOf } from "@/lib/agreement/measures";
import { placesOf } from "@/lib/agreement/places";
import type { Article } from "@/lib/articles/schema";
import { can } from "@/lib/auth/policy";
import { api } from "@/lib/http/client";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { Differences } from "./Differences";
import { MeasureTable } from "./MeasureTable";
import { PeopleChoice } from "./PeopleChoice";
import { useAnnotators } from "./useAnnotators";

type Props = { articleId: string; text: string; sentences: readonly { start: number; end: number }[] };

/** How far two people agree on an article, where they differ, and how their work becomes one set. */
export function AgreementView({ articleId, text, sentences }: Props) {
  const article = useDossier((state) => state.articles[articleId]);
  if (!article) {
    return (
      <div className="p-8">
        <EmptyState title="This article was deleted">Someone deleted it while you had it open.</EmptyState>
      </div>
    );
  }
  return <Agreement article={article} text={text} sentences={sentences} />;
}

function Agreement({ article, text, sentences }: Omit<Props, "articleId"> & { article: Article }) {
  const actor = useActor();
  const dossier = useDossier((state) => state.dossier);
  const annotators = useAnnotators(article.id);
  const [chosen, setChosen] = useState<readonly [string, string] | null>(null);
  const { busy, error, run } = useAction();
  const byId = new Map(annotators.map((one) => [one.id, one]));
  const [one, other] = [
    byId.get(chosen?.[0] ?? "") ?? annotators[0],
    byId.get(chosen?.[1] ?? "") ?? annotators[1],
  ];
  const mayJudge = can(actor, "article.adjudicate");
  const isIndependent = article.independent === true;
  const places = useMemo(
    () => (one && other ? placesOf(sentences, one.annotations, other.annotations) : []),
    [sentences, one, other],
  );
  const measures = useMemo(() => {
    if (!one || !other) return null;
    const rest = annotators.filter((person) => person !== one && person !== other);
    return measuresOf(
      sentences,
      [one, other, ...rest].map(({ annotations }) => annotations),
    );
  }, [sentences, annotators, one, other]);

  const setIndependent = (independent: boolean) =>
    run(() => api.patch<Article>(`/api/articles/${article.id}`, { version: article.version, independent }));
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
      <PageHeader
        trail={
          <>
            <Link href={`/dossiers/${dossier.id}`} className="stet-link" dir="auto">
              {dossier.title}
            </Link>
            {" / "}
            <Link href={`/dossiers/${dossier.id}/articles/${article.id}`} className="stet-link" dir="auto">
              {article.title}
            </Link>
          </>
        }
        title="Agreement"
        actions={
          mayJudge && (
            <Button busy={busy} onClick={() => setIndependent(!isIndependent)}>
              {isIndependent ? "End independence" : "Have it annotated independently"}
            </Button>
          )
        }
      >
        {isIndependent
          ? "This article is annotated independently: on the desk everyone sees their own annotations only."
          : "Two people annotate the same article without each other; how far they agree says how far one alone can be relied on."}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <ErrorNotice error={error} />
        {isIndependent && !mayJudge ? (
          <Notice title="Shown when the independent part is over">
            Whoever annotates does not look at the other’s work. A reviewer compares the two and makes one set
            of them.
          </Notice>
        ) : one && other && measures ? (
          <>
            <PeopleChoice annotators={annotators} one={one} other={other} onChoose={setChosen} />
            <section aria-label="Measures">
              <MeasureTable measures={measures} people={annotators.length} />
            </section>
            <Differences
              key={`${one.id} ${other.id}`}
              article={article}
              text={text}
              places={places}
              people={[one, other]}
              canJudge={mayJudge && isIndependent}
            />
          </>
        ) : (
          <EmptyState icon={Scale} title="Nothing to compare yet">
            {annotators.length === 0
              ? "Nobody has annotated this article."
              : "Only one person has annotated this article. Agreement is of two."}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
