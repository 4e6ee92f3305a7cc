import { expect, test } from "vitest";
import type { SnapshotAnnotation, SnapshotEvidence, SnapshotLink } from "@/lib/reports/snapshot";
import { annotationDifference, isSame, linkDifference } from "./itemDifference";

const annotation = {
  ...{ id: "a", articleId: "x", revisionId: "r", start: 4, end: 9, exact: "490 people" },
  ...{ kind: "figure", note: "By their own count.", attributes: { value: 490, unit: "people" } },
  ...{ tags: ["amnesty"], checkStatus: "unchecked", confidence: null, assignee: null },
  ...{ checker: null, secondChecker: null, version: 1, createdBy: "p", updatedBy: "p" },
} as unknown as SnapshotAnnotation;
const source = {
  ...{ id: "e", annotationId: "a", stance: "for", url: null, title: "The list", locator: "p. 3" },
  ...{ tier: "primary", note: "", retrievedAt: null, archivedSha256: null, version: 1 },
} as unknown as SnapshotEvidence;
const link = {
  ...{ id: "l", from: "a", to: "b", relation: "contradicts", subtype: "scope", sameEvent: "no" },
  ...{ strength: "apparent", severity: null, rationale: "Two amnesties.", status: "open" },
  ...{ statusReason: "", owner: null, version: 1 },
} as unknown as SnapshotLink;

type Change = Partial<Record<keyof SnapshotAnnotation, unknown>>;
const annotationCases: [string, Change, unknown[]][] = [
  ["nothing", {}, []],
  ["a version, a time and a name", { version: 7, updatedBy: "q", updatedAt: "2026" }, []],
  [
    "a word of the note",
    { note: "By our own count." },
    [
      {
        ...{ field: "note", as: "words" },
        stretches: [
          { is: "same", text: "By " },
          { is: "removed", text: "their" },
          { is: "added", text: "our" },
          { is: "same", text: " own count." },
        ],
      },
    ],
  ],
  [
    "its verdict",
    { checkStatus: "confirmed", checker: "q" },
    [
      { field: "checkStatus", as: "values", before: "unchecked", after: "confirmed" },
      { field: "checker", as: "values", before: null, after: "q" },
    ],
  ],
  [
    "attributes: one other, one new, one gone",
    { attributes: { value: 500, approximate: true } },
    [
      { field: "attributes.value", as: "values", before: 490, after: 500 },
      { field: "attributes.approximate", as: "values", before: null, after: true },
      { field: "attributes.unit", as: "values", before: "people", after: null },
    ],
  ],
  ["no tags", { tags: [] }, [{ field: "tags", as: "values", before: ["amnesty"], after: null }]],
  ["an empty attribute is none", { attributes: { value: 490, unit: "people", period: "" } }, []],
  [
    "the same words at another place",
    { start: 40, end: 50 },
    [
      {
        ...{ field: "place", as: "values" },
        before: { articleId: "x", revisionId: "r", start: 4 },
        after: { articleId: "x", revisionId: "r", start: 40 },
      },
    ],
  ],
  [
    "a longer passage",
    { exact: "some 490 people", start: 0 },
    [
      {
        ...{ field: "exact", as: "words" },
        stretches: [
          { is: "added", text: "some " },
          { is: "same", text: "490 people" },
        ],
      },
    ],
  ],
];
test.each(annotationCases)("an annotation that changed %s", (_, change, fields) => {
  const after = { annotation: { ...annotation, ...change } as SnapshotAnnotation, evidence: [source] };
  const difference = annotationDifference({ annotation, evidence: [source] }, after, "en");
  expect(difference).toEqual({ fields, evidence: [] });
  expect(isSame(difference)).toBe(fields.length === 0);
});

test("evidence that was added, removed, and changed", () => {
  const other = { ...source, id: "f", title: "A photograph" };
  const changed = { ...source, locator: "p. 4", version: 2 };
  const difference = annotationDifference(
    { annotation, evidence: [source, other] },
    { annotation, evidence: [changed, { ...source, id: "g", title: "A recording" }] },
  );
  expect(difference.evidence).toEqual([
    {
      ...{ id: "e", title: "The list", did: "changed" },
      fields: [{ field: "locator", as: "values", before: "p. 3", after: "p. 4" }],
    },
    { id: "g", title: "A recording", did: "added", fields: [] },
    { id: "f", title: "A photograph", did: "removed", fields: [] },
  ]);
});

const linkCases: [string, Partial<SnapshotLink>, string[]][] = [
  ["nothing but its version", { version: 3 }, []],
  ["its status, with a reason", { status: "explained", statusReason: "Apart." }, ["status", "statusReason"]],
  [
    "what sort it is",
    { relation: "qualifies", subtype: null, strength: null },
    ["relation", "subtype", "strength"],
  ],
  ["its reasons and its severity", { rationale: "Another.", severity: "major" }, ["severity", "rationale"]],
];
test.each(linkCases)("a link that changed %s", (_, change, fields) => {
  const ends = { from: "all prisoners", to: "490 people" };
  const { fields: found } = linkDifference({ link, ...ends }, { link: { ...link, ...change }, ...ends });
  expect(found.map(({ field }) => field)).toEqual(fields);
});

test("a link whose passage says something else now", () => {
  const before = { link, from: "all prisoners", to: "490 people" };
  const { fields } = linkDifference(before, { ...before, to: "500 people" });
  expect(fields).toMatchObject([{ field: "to", as: "words" }]);
});
