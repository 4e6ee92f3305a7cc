"use client";

import { useDossier } from "@/lib/live/useDossier";
import { Checkbox } from "@/lib/ui/Checkbox";

type Props = { chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** Which of the dossier's articles the report covers; new ones go to its end. */
export function ArticleChoice({ chosen, onChange }: Props) {
  const articles = useDossier((state) =>
    Object.values(state.articles).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">Articles in this report</legend>
      {articles.length === 0 && (
        <p className="text-sm text-soft">The dossier has no articles yet: add one there first.</p>
      )}
      {articles.map(({ id, title, outlet }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
          label={<bdi>{title}</bdi>}
          hint={outlet && <bdi>{outlet}</bdi>}
        />
      ))}
    </fieldset>
  );
}
