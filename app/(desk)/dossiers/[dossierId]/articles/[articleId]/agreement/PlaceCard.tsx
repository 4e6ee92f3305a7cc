"use client";

import { useId } from "react";
import type { Place } from "@/lib/agreement/places";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { classes } from "@/lib/ui/classes";
import { KindBadge } from "@/lib/ui/KindBadge";
import { passageLink } from "../../../(dossier)/passageLink";
import type { Annotator } from "./useAnnotators";
import type { Choice } from "./useChoices";

const standingWords = {
  same: { words: "The same", tone: "ok" },
  words: { words: "Same kinds, other words", tone: "warn" },
  kinds: { words: "Other kinds", tone: "danger" },
  one: { words: "One only", tone: "warn" },
  other: { words: "One only", tone: "warn" },
} as const;

type Props = {
  articleId: string;
  text: string;
  place: Place<Annotation>;
  people: readonly [Annotator, Annotator];
  choice: Choice | null;
  /** Absent where one may only look. */
  onChoose?: ((choice: Choice) => void) | undefined;
};

/** One place of the article with what each of two people made of it, and which of it stays. */
export function PlaceCard({ articleId, text, place, people, choice, onChoose }: Props) {
  const name = useId();
  const article = useDossier((state) => state.articles[articleId]);
  const dossierId = useDossier((state) => state.dossier.id);
  const { words, tone } = standingWords[place.standing];
  const sides = [
    { key: "one", person: people[0], annotations: place.one },
    { key: "other", person: people[1], annotations: place.other },
  ] as const;
  const choices: [Choice, string][] = [
    ["one", place.one.length > 0 ? `Keep ${people[0].name}’s` : "Keep nothing"],
    ["other", place.other.length > 0 ? `Keep ${people[1].name}’s` : "Keep nothing"],
  ];
  if (place.standing === "words" || place.standing === "kinds") choices.push(["both", "Keep both"]);
  return (
    <li className="stet-card p-4">
      <p className="flex items-start justify-between gap-3">
        <span dir={article?.direction} lang={article?.language} className="font-serif leading-relaxed">
          {text.slice(place.start, place.end).trim()}
        </span>
        <Badge tone={tone}>{words}</Badge>
      </p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {sides.map(({ key, person, annotations }) => (
          <div
            key={key}
            className={classes(
              "rounded-md border border-line p-3 text-sm",
              choice !== null && choice !== key && choice !== "both" && "opacity-60",
            )}
          >
            <p className="mb-1.5 text-xs font-medium text-soft">{person.name}</p>
            {annotations.length === 0 && <p className="text-soft">Nothing here</p>}
            <ul className="flex flex-col gap-2">
              {annotations.map(({ id, kind, exact, note }) => (
                <li key={id}>
                  <KindBadge kind={kind} />{" "}
                  <a href={passageLink({ dossierId, articleId, id })} className="stet-link" dir="auto">
                    {exact}
                  </a>
                  {note && (
                    <span dir="auto" className="mt-0.5 line-clamp-2 block text-xs text-soft">
                      {note}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {onChoose && (
        <fieldset className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <legend className="sr-only">What stays of this place</legend>
          {choices.map(([value, label]) => (
            <label key={value} className="inline-flex items-center gap-1.5 py-1">
              <input
                type="radio"
                name={name}
                checked={choice === value}
                onChange={() => onChoose(value)}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}
