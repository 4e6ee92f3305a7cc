import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "./schema";

type End = Pick<Annotation, "kind" | "attributes" | "exact" | "articleId" | "start" | "end">;
type Said = Pick<Link, "relation" | "subtype" | "sameEvent" | "strength">;

/** A doubt about a link, as a sentence. `field` is what to look at again. */
export type Doubt = { field: keyof Said; sentence: string };

type Rule = { field: keyof Said; applies(link: Said, from: End, to: End): boolean; sentence: string };

const hasDigit = /\p{Nd}|\b(?:dozens?|hundreds?|thousands?|millions?|billions?|half|all|none)\b/iu;
const hasFigure = (end: End) => end.kind === "figure" || hasDigit.test(end.exact);
const isSpoken = (end: End) => Boolean(end.attributes.speaker) || end.kind === "official_statement";
const dayOf = (end: End) => end.attributes.saidOn ?? end.attributes.asOf;

/** What the kinds of two ends make doubtful. Kinds are how people tagged, so this warns and never forbids. */
const rules: readonly Rule[] = [
  {
    field: "subtype",
    applies: (link, from, to) => link.subtype === "figure" && !(hasFigure(from) && hasFigure(to)),
    sentence: "A contradiction in a figure needs a figure at both ends; at least one has none.",
  },
  {
    field: "subtype",
    applies: (link, from, to) => link.subtype === "attribution" && !(isSpoken(from) && isSpoken(to)),
    sentence: "A contradiction in attribution is about who said it; at least one end names no speaker.",
  },
  {
    field: "relation",
    applies: (link, from) => link.relation === "disputes" && !isSpoken(from),
    sentence: "“Disputes” is a source rejecting another; the first passage names no speaker.",
  },
  {
    field: "relation",
    applies: (link, from, to) =>
      link.relation === "supersedes" && dayOf(from) !== undefined && dayOf(from) === dayOf(to),
    sentence: "The later replaces the earlier, but both passages carry the same day.",
  },
  {
    field: "relation",
    applies: (link, from, to) =>
      link.relation === "supersedes" && String(dayOf(from) ?? "9999") < String(dayOf(to) ?? ""),
    sentence: "The first passage is the older one; “supersedes” reads the other way round.",
  },
  {
    field: "relation",
    applies: (link, from, to) =>
      link.relation === "repeats" && (from.kind === "figure") !== (to.kind === "figure"),
    sentence: "A figure is repeated by a figure; one end is tagged as something else.",
  },
  {
    field: "relation",
    applies: (link, from, to) => link.relation === "supports" && from.kind === "figure" && !hasFigure(to),
    sentence: "A figure supports something that can be counted; the second passage has no figure.",
  },
  {
    field: "strength",
    applies: (link) =>
      link.relation === "contradicts" && link.strength === "direct" && link.sameEvent === "no",
    sentence: "Passages about different events rarely contradict each other directly.",
  },
  {
    field: "relation",
    applies: (link, from, to) =>
      link.relation !== "context" &&
      from.articleId === to.articleId &&
      from.start < to.end &&
      to.start < from.end,
    sentence: "The two passages overlap: they share some of their words.",
  },
];

/** Doubts about a link between two ends; none is the rule. Pure: the form asks it while one types. */
export function doubtsAbout(link: Said, from: End, to: End): Doubt[] {
  return rules
    .filter((rule) => rule.applies(link, from, to))
    .map(({ field, sentence }) => ({ field, sentence }));
}
