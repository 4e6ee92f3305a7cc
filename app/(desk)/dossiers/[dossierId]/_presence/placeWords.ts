import type { DossierState } from "@/lib/journal/apply";
import type { Where } from "@/lib/presence/schema";

/** Where somebody is, in words that go on after their name. */
export function placeWords(state: DossierState, { page, id }: Where): string {
  switch (page) {
    case "article": {
      const title = id ? state.articles[id]?.title : undefined;
      return title ? `in “${title}”` : "in an article";
    }
    case "report": {
      const title = id ? state.reports[id]?.title : undefined;
      return title ? `in the report “${title}”` : "in a report";
    }
    case "links":
      return "at contradictions and links";
    case "dossier":
      return "on the dossier’s page";
  }
}
