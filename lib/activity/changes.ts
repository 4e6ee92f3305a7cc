import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "@/lib/links/schema";
import type { Report } from "@/lib/reports/schema";

type NameOf = (userId: string) => string;

const kindNouns = {
  claim: "a claim",
  figure: "a figure",
  official_statement: "an official statement",
} as const;

export const annotationNoun = ({ kind }: Pick<Annotation, "kind">): string => kindNouns[kind];
export const linkNoun = ({ relation }: Pick<Link, "relation">): string =>
  relation === "contradicts"
    ? "a contradiction"
    : `a link (${relation === "context" ? "gives context to" : relation})`;

/** What was changed of an annotation, in the past tense; `before` is what the journal last said of it. */
export function annotationChange(now: Annotation, before: Annotation | null, nameOf: NameOf): string {
  const noun = annotationNoun(now);
  if (!before) return `changed ${noun}`;
  const differs = (field: keyof Annotation) => JSON.stringify(now[field]) !== JSON.stringify(before[field]);
  if (differs("checkStatus")) return `marked ${noun} as ${now.checkStatus}`;
  if (differs("assignee"))
    return now.assignee ? `gave ${noun} to ${nameOf(now.assignee)}` : `took ${noun} from who had it`;
  if (differs("kind")) return `made ${annotationNoun(before)} ${noun}`;
  if (differs("start") || differs("end")) return `moved the ends of ${noun}`;
  if (differs("note")) return `${before.note === "" ? "wrote a note on" : "changed the note on"} ${noun}`;
  if (differs("tags")) return `changed the tags of ${noun}`;
  if (differs("checker") || differs("secondChecker")) return `changed who checked ${noun}`;
  if (differs("confidence")) return `changed how sure ${noun} is`;
  if (differs("attributes")) return `changed the details of ${noun}`;
  return `changed ${noun}`;
}

export function linkChange(now: Link, before: Link | null, nameOf: NameOf): string {
  const noun = linkNoun(now);
  if (!before) return `changed ${noun}`;
  if (now.status !== before.status)
    return now.status === "open" ? `opened ${noun} again` : `marked ${noun} as ${now.status}`;
  if (now.owner !== before.owner)
    return now.owner ? `gave ${noun} to ${nameOf(now.owner)}` : `took ${noun} from who had it`;
  if (now.relation !== before.relation) return `made ${linkNoun(before)} ${noun}`;
  if (now.rationale !== before.rationale) return `changed the reasons of ${noun}`;
  return `changed ${noun}`;
}

export function reportChange(now: Report, before: Report | null): string {
  if (before && now.title !== before.title) return "renamed the report";
  if (before && now.memo !== before.memo) return "changed the memo of the report";
  if (before && JSON.stringify(now.articles) !== JSON.stringify(before.articles))
    return "chose other articles for the report";
  return "changed the report";
}
