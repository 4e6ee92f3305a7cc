"use client";

import { useRouter } from "next/navigation";
import { bestMatches } from "@/lib/desk/paletteSearch";
import { useDossier } from "@/lib/live/useDossier";
import { chooseTheme } from "../../../../../chosenTheme";
import { visiting } from "../../../../../sayUnavailable";
import { useDesk } from "./deskContext";
import { PaletteGroup, PaletteItem } from "./PaletteGroup";

type Place = { id: string; name: string; note: string; go: () => void };

/** The other articles of the dossier, the pages around it, and how Stet looks. */
export function PalettePlaces(props: { query: string; onChoose: (then: () => void) => void }) {
  const { query, onChoose } = props;
  const { article } = useDesk();
  const router = useRouter();
  const dossier = useDossier((state) => state.dossier);
  const articles = useDossier((state) => state.articles);
  const visit = visiting((path) => router.push(path));
  const to = (path: string) => () => visit(path);
  const others = Object.values(articles)
    .filter((one) => one.id !== article.id)
    .map((one): Place => {
      const go = to(`/dossiers/${dossier.id}/articles/${one.id}`);
      return { id: one.id, name: one.title, note: one.outlet ?? "", go };
    });
  const rest: Place[] = [
    { id: "dossier", name: "The dossier", note: dossier.title, go: to(`/dossiers/${dossier.id}`) },
    {
      ...{ id: "agreement", name: "Agreement on this article", note: "κ and α, adjudication" },
      go: to(`/dossiers/${dossier.id}/articles/${article.id}/agreement`),
    },
    { id: "dossiers", name: "All dossiers", note: "", go: to("/dossiers") },
    { id: "settings", name: "Settings and keys", note: "", go: to("/settings") },
    { id: "light", name: "Look: light", note: "theme", go: () => chooseTheme("light") },
    { id: "dark", name: "Look: dark", note: "theme", go: () => chooseTheme("dark") },
    { id: "system", name: "Look: as the system", note: "theme", go: () => chooseTheme("system") },
  ];
  const matching = (places: readonly Place[]) =>
    bestMatches(places, query, ({ name, note }) => `${name} ${note}`).map(({ id, name, note, go }) => (
      <PaletteItem key={id} value={id} onSelect={() => onChoose(go)}>
        <span dir="auto" className="line-clamp-1">
          {name}
        </span>
        <span dir="auto" className="ms-auto max-w-60 truncate text-xs text-soft">
          {note}
        </span>
      </PaletteItem>
    ));
  return (
    <>
      <PaletteGroup heading="Articles of this dossier">{matching(others)}</PaletteGroup>
      <PaletteGroup heading="Elsewhere">{matching(rest)}</PaletteGroup>
    </>
  );
}
