import type { SnapshotAnnotation, SnapshotEvidence, SnapshotLink } from "@/lib/reports/snapshot";
import { type Stretch, wordDifference } from "./wordDifference";

/** How one field of a thing differs: texts word by word, anything else old → new; null says that it was empty. */
export type FieldDifference = { field: string } & (
  | { as: "words"; stretches: Stretch[] }
  | { as: "values"; before: unknown; after: unknown }
);
export type EvidenceDifference = {
  id: string;
  title: string;
  did: "added" | "removed" | "changed";
  fields: FieldDifference[];
};
/** What a reader would call changed between two snapshots of one thing. Versions, times and who did it are not. */
export type ItemDifference = { fields: FieldDifference[]; evidence: EvidenceDifference[] };

/** A link as it was frozen, with the words at its ends. */
export type LinkWithWords = { link: SnapshotLink; from: string; to: string };

type Values = Readonly<Record<string, unknown>>;

const annotationFields = [
  "kind",
  "checkStatus",
  "confidence",
  "tags",
  "assignee",
  "checker",
  "secondChecker",
];
const evidenceFields = ["stance", "title", "url", "locator", "tier", "retrievedAt", "archivedSha256"];
const linkFields = ["relation", "subtype", "sameEvent", "strength", "severity", "status", "owner"];

/** @param language BCP 47 tag of the annotation's article */
export function annotationDifference(
  before: { annotation: SnapshotAnnotation; evidence: readonly SnapshotEvidence[] },
  after: { annotation: SnapshotAnnotation; evidence: readonly SnapshotEvidence[] },
  language?: string,
): ItemDifference {
  const [was, is] = [before.annotation, after.annotation];
  return {
    fields: [
      ...words("exact", was.exact, is.exact, language),
      ...(was.exact === is.exact ? place(was, is) : []),
      ...words("note", was.note, is.note),
      ...annotationFields.flatMap((field) => values(field, was, is)),
      ...attributes(was.attributes, is.attributes),
    ],
    evidence: evidenceDifference(before.evidence, after.evidence),
  };
}

export function linkDifference(before: LinkWithWords, after: LinkWithWords): ItemDifference {
  const [was, is] = [before.link, after.link];
  return {
    fields: [
      ...words("from", before.from, after.from),
      ...words("to", before.to, after.to),
      ...linkFields.flatMap((field) => values(field, was, is)),
      ...words("rationale", was.rationale, is.rationale),
      ...words("statusReason", was.statusReason, is.statusReason),
    ],
    evidence: [],
  };
}

/** Whether there is anything to show. */
export function isSame({ fields, evidence }: ItemDifference): boolean {
  return fields.length === 0 && evidence.length === 0;
}

function evidenceDifference(
  before: readonly SnapshotEvidence[],
  after: readonly SnapshotEvidence[],
): EvidenceDifference[] {
  const known = new Map(before.map((source) => [source.id, source]));
  const there = new Set(after.map(({ id }) => id));
  const now = after.flatMap((is): EvidenceDifference[] => {
    const { id, title } = is;
    const was = known.get(id);
    if (!was) return [{ id, title, did: "added", fields: [] }];
    const fields = [
      ...evidenceFields.flatMap((field) => values(field, was, is)),
      ...words("note", was.note, is.note),
    ];
    return fields.length > 0 ? [{ id, title, did: "changed", fields }] : [];
  });
  const gone = before
    .filter(({ id }) => !there.has(id))
    .map(({ id, title }): EvidenceDifference => ({ id, title, did: "removed", fields: [] }));
  return [...now, ...gone];
}

function words(field: string, before: string, after: string, language?: string): FieldDifference[] {
  if (before === after) return [];
  return [{ field, as: "words", stretches: wordDifference(before, after, language) }];
}

function values(field: string, was: Values, is: Values): FieldDifference[] {
  const [before, after] = [said(was[field]), said(is[field])];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, as: "values", before, after }];
}

/** By name, in the order in which the later one has them, then those it has lost. */
function attributes(was: Values, is: Values): FieldDifference[] {
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return names.flatMap((name) =>
    values(name, was, is).map((one) => ({ ...one, field: `attributes.${name}` })),
  );
}

/** The same words elsewhere: in another article or text, or at another place of it. */
function place(was: SnapshotAnnotation, is: SnapshotAnnotation): FieldDifference[] {
  const at = ({ articleId, revisionId, start }: SnapshotAnnotation) => ({ articleId, revisionId, start });
  return values("place", { place: at(was) }, { place: at(is) });
}

/** What says nothing is null, whatever it was kept as. */
function said(value: unknown): unknown {
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return isEmpty ? null : value;
}
