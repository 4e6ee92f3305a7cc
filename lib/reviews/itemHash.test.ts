import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationHash, itemHash, itemHashes, itemKey } from "./itemHash";

const ids = { claim: "a1", other: "a2", link: "l1" };
const annotation = {
  ...{
    id: ids.claim,
    articleId: "x",
    revisionId: "r",
    start: 4,
    end: 14,
    exact: "490 people",
    kind: "figure",
  },
  ...{ note: "", attributes: { value: 490 }, tags: ["prison"], checkStatus: "unchecked", confidence: null },
  ...{ checker: null, secondChecker: null },
};
const source = {
  ...{ annotationId: ids.claim, stance: "for", url: null, title: "A list", locator: "p. 3", tier: null },
  ...{ note: "", retrievedAt: null, archivedSha256: null },
};
const link = {
  ...{ id: ids.link, from: ids.claim, to: ids.other, relation: "contradicts", subtype: "figure" },
  ...{
    sameEvent: "yes",
    strength: "direct",
    severity: null,
    rationale: "",
    status: "open",
    statusReason: "",
  },
};
const snapshot = {
  annotations: [annotation, { ...annotation, id: ids.other, exact: "290 people" }],
  evidence: [source],
  links: [link],
};

const changed: Record<string, Partial<typeof annotation> | { [field: string]: unknown }> = {
  words: { exact: "491 people" },
  place: { start: 5 },
  revision: { revisionId: "r2" },
  article: { articleId: "y" },
  kind: { kind: "claim" },
  note: { note: "Checked." },
  attribute: { attributes: { value: 491 } },
  tags: { tags: [] },
  status: { checkStatus: "confirmed" },
  confidence: { confidence: "high" },
  checker: { checker: "ada" },
  "second checker": { secondChecker: "ada" },
};
test.each(Object.entries(changed))("another %s is another annotation", (_what, change) => {
  expect(annotationHash({ ...annotation, ...change }, [source])).not.toBe(
    annotationHash(annotation, [source]),
  );
});

test.each([
  ["version", { version: 7 }],
  ["time of writing", { updatedAt: "2026-01-01T00:00:00.000Z" }],
  ["assignee", { assignee: "ada" }],
  ["author", { createdBy: "ada", updatedBy: "ben" }],
])("another %s is the same annotation", (_what, change) => {
  expect(annotationHash({ ...annotation, ...change }, [source])).toBe(annotationHash(annotation, [source]));
});

test.each(
  Object.entries({
    stance: "against",
    url: "https://example.org/",
    title: "B",
    locator: null,
    tier: "primary",
    note: "n",
    retrievedAt: "2026-01-01T00:00:00.000Z",
    archivedSha256: "00",
  }),
)("another %s of its evidence is another annotation", (field, value) => {
  const other = { ...source, [field]: value };
  expect(annotationHash(annotation, [other])).not.toBe(annotationHash(annotation, [source]));
});

test("sources count, their order does not", () => {
  const more = [source, { ...source, title: "B" }, { ...source, title: "C" }];
  fc.assert(
    fc.property(fc.shuffledSubarray(more, { minLength: 3 }), (order) => {
      expect(annotationHash(annotation, order)).toBe(annotationHash(annotation, more));
    }),
  );
  expect(annotationHash(annotation, more.slice(1))).not.toBe(annotationHash(annotation, more));
});

test.each(
  Object.entries({
    relation: "qualifies",
    subtype: "scope",
    sameEvent: "no",
    strength: "apparent",
    severity: "high",
    rationale: "r",
    status: "confirmed",
    statusReason: "s",
    to: "a3",
  }),
)("another %s is another link", (field, value) => {
  const other = { ...snapshot, links: [{ ...link, [field]: value }] };
  expect(itemHash(other, "link", ids.link)).not.toBe(itemHash(snapshot, "link", ids.link));
});

test("other words at an end are another link, another note there is the same", () => {
  const withFirst = (change: Partial<typeof annotation>) => ({
    ...snapshot,
    annotations: snapshot.annotations.map((one) => (one.id === ids.other ? { ...one, ...change } : one)),
  });
  const hash = itemHash(snapshot, "link", ids.link);
  expect(itemHash(withFirst({ exact: "300 people" }), "link", ids.link)).not.toBe(hash);
  expect(itemHash(withFirst({ articleId: "y" }), "link", ids.link)).not.toBe(hash);
  expect(itemHash(withFirst({ note: "Changed." }), "link", ids.link)).toBe(hash);
});

test("all at once are the same as one by one; what is not there has none", () => {
  const all = itemHashes(snapshot);
  expect([...all.keys()]).toEqual(["annotation:a1", "annotation:a2", "link:l1"]);
  for (const [type, id] of [
    ["annotation", "a1"] as const,
    ["annotation", "a2"] as const,
    ["link", "l1"] as const,
  ]) {
    expect(itemHash(snapshot, type, id)).toBe(all.get(itemKey({ type, id })));
  }
  expect(itemHash(snapshot, "annotation", "nobody")).toBeNull();
  expect(itemHash(snapshot, "link", "nobody")).toBeNull();
});
