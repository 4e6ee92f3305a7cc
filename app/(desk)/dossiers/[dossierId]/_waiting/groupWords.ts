import type { SingleStep } from "@/lib/desk/steps";
import type { DossierState } from "@/lib/journal/apply";
import type { WaitingGroup } from "@/lib/live/heldChanges";
import { kindWords } from "@/lib/ui/KindBadge";
import { counted, relationWords } from "../../../words";
import { passageLink } from "../(dossier)/passageLink";
import { fieldLabel } from "./fieldWords";

/** What waits, in words a person understands, and where it is. */
export type GroupWords = { title: string; quote: string; href: string | null };

export function groupWords(group: WaitingGroup, state: DossierState): GroupWords {
  const steps = group.changes.flatMap((change) => change.steps);
  const [first] = steps;
  if (!first) return { title: "", quote: "", href: null };
  const place = placeOf(first, state);
  // What is gone is known by what the server said of it.
  const gone = group.refusal?.current as { exact?: string } | undefined;
  const quote = place.quote || (gone?.exact ?? "");
  return { title: titleOf(steps, first, group.changes.length), ...place, quote };
}

function titleOf(steps: readonly SingleStep[], first: SingleStep, changes: number): string {
  const last = steps.at(-1) ?? first;
  if (steps.length > changes) {
    const many = counted(steps.length, "annotation");
    return { create: `${many} made`, delete: `${many} deleted`, restore: `${many} brought back` }[
      first.does as "create"
    ];
  }
  if (first.noun === "sentence") {
    return last.does === "clear" ? "Nothing to check in a sentence" : "Sentence open again";
  }
  const name = { annotation: "Annotation", link: "Link", evidence: "Source", comment: "Comment" }[first.noun];
  if (last.does === "delete") return `${name} deleted`;
  if (first.does === "create") {
    if (first.noun === "annotation") return `Tagged as ${kindWords[first.thing.kind].one.toLowerCase()}`;
    if (first.noun === "link") return `Linked: ${relationWords[first.thing.relation]}`;
    return first.noun === "evidence" ? "Source added" : "Comment written";
  }
  if (first.does === "restore") return `${name} brought back`;
  const fields = new Set(steps.flatMap((step) => (step.does === "change" ? Object.keys(step.after) : [])));
  const silent = ["start", "end", "checker", "secondChecker"];
  const said = [...fields]
    .filter((field) => !silent.includes(field))
    .map((field) => fieldLabel(field).toLowerCase());
  return `${name} changed: ${said.join(", ")}`;
}

function placeOf(step: SingleStep, state: DossierState): Omit<GroupWords, "title"> {
  const dossierId = state.dossier.id;
  if (step.noun === "sentence") {
    const { articleId } = step.place;
    return {
      quote: state.articles[articleId]?.title ?? "",
      href: `/dossiers/${dossierId}/articles/${articleId}`,
    };
  }
  const id = step.does === "change" ? step.id : step.thing.id;
  const given = step.does === "change" ? null : step.thing;
  switch (step.noun) {
    case "annotation":
      return ofAnnotation(state, id, given && "exact" in given ? given.exact : "");
    case "evidence": {
      const one = state.evidence[id] ?? (given && "stance" in given ? given : null);
      const there = ofAnnotation(state, one?.annotationId ?? "");
      return { ...there, quote: one?.title || one?.url || there.quote };
    }
    case "link":
      return ofLink(state, id, given && "relation" in given ? given.from : "");
    case "comment": {
      const one = state.comments[id] ?? (given && "on" in given ? given : null);
      const there =
        one?.on.type === "link" ? ofLink(state, one.on.id, "") : ofAnnotation(state, one?.on.id ?? "");
      return { ...there, quote: one?.body ?? there.quote };
    }
  }
}

function ofAnnotation(state: DossierState, id: string, exact = ""): Omit<GroupWords, "title"> {
  const one = state.annotations[id];
  const href = one ? passageLink({ dossierId: state.dossier.id, articleId: one.articleId, id }) : null;
  return { quote: one?.exact ?? exact, href };
}

function ofLink(state: DossierState, id: string, from: string): Omit<GroupWords, "title"> {
  const quote = state.annotations[state.links[id]?.from ?? from]?.exact ?? "";
  return { quote, href: state.links[id] ? `/dossiers/${state.dossier.id}/links#link-${id}` : null };
}
