import { type BenchArticle, makeArticle } from "@/bench/documents";
import { type Envelope, signedEnvelope } from "@/lib/exporting/envelope";
import { contentHash, sha256Hex } from "@/lib/journal/canonical";
import type { Snapshot, SnapshotAnnotation } from "@/lib/reports/snapshot";
import { keyIdOf, publicKeyOf, signStatement } from "@/lib/reviews/signature";

/** How much a report holds: that of a newsroom's large case, and of far more than anybody exports. */
export const SIZES = {
  usual: { articles: 10, annotations: 300, links: 100 },
  huge: { articles: 10, annotations: 10_000, links: 100 },
} as const;
export type ReportSize = keyof typeof SIZES;

/** A key for measuring only. */
export const benchKey = new Uint8Array(32).fill(3);

/** A signed report of a size, the same in every run. */
export function makeReport(size: ReportSize): Envelope {
  const { articles: count, annotations: wanted, links: linked } = SIZES[size];
  const each = Math.ceil(wanted / count);
  const made = Array.from({ length: count }, (_, i) => makeArticle("S", i + 1));
  const annotations = made.flatMap((article, i) => annotationsOf(article, i, each)).slice(0, wanted);
  const snapshot: Snapshot = {
    ...{ format: "stet.snapshot", formatVersion: 1 },
    dossier: { id: uuid(1), title: "A dossier", signOffsRequired: 1 },
    report: {
      id: uuid(2),
      title: "A report",
      memo: "# Findings\n\n- one\n- two\n\n> A quote.\n",
      version: 1,
    },
    waiver: "",
    people: [{ id: uuid(3), name: "An Editor" }],
    articles: made.map(({ document, text }, i) => ({
      ...{ id: uuid(100 + i), title: `Article ${i + 1}`, outlet: "The Courier", byline: null, url: null },
      ...{ publishedOn: "2026-01-01", language: "en", direction: "ltr" as const },
      revision: { id: uuid(200 + i), number: 1, sha256: sha256Hex(text), text, document },
    })),
    annotations,
    evidence: annotations.map(({ id }, i) => ({
      ...{
        id: uuid(1_000_000 + i),
        annotationId: id,
        stance: "for" as const,
        url: "https://example.org/source",
      },
      ...{ title: "A source", locator: "page 3", tier: "primary" as const, note: "", retrievedAt: null },
      ...{ archivedSha256: null, ...by },
    })),
    links: Array.from({ length: linked }, (_, i) => ({
      ...{ id: uuid(2_000_000 + i), from: annotations[i]?.id ?? "", to: annotations.at(-1 - i)?.id ?? "" },
      ...{ relation: i % 2 === 0 ? ("contradicts" as const) : ("supports" as const), subtype: null },
      ...{
        sameEvent: "yes" as const,
        strength: "direct" as const,
        severity: null,
        rationale: "They differ.",
      },
      ...{ status: "open" as const, statusReason: "", owner: null, ...by },
    })),
    cleared: [],
  };
  const key = { id: keyIdOf(publicKeyOf(benchKey)) };
  return signedEnvelope(snapshot, [
    signStatement(
      {
        ...{ format: "stet.sign-off", formatVersion: 1, contentHash: contentHash(snapshot), keyId: key.id },
        report: { id: uuid(2), title: "A report" },
        round: { id: uuid(4), number: 1 },
        reviewer: { id: uuid(5), name: "A Reviewer" },
        statement: "I read it.",
        signedAt: "2026-02-01T00:00:00.000Z",
        journal: { seq: 9, hash: "a".repeat(64) },
      },
      benchKey,
    ),
  ]);
}

const by = {
  ...{ version: 1, createdBy: "", updatedBy: "" },
  ...{ createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-02T00:00:00.000Z" },
};
by.createdBy = uuid(3);
by.updatedBy = uuid(3);

function annotationsOf({ text, marks }: BenchArticle, article: number, count: number): SnapshotAnnotation[] {
  return Array.from({ length: count }, (_, i) => {
    const mark = marks[i % marks.length];
    const start = mark?.start ?? 0;
    const end = Math.max(start + 1, mark?.end ?? 1);
    return {
      ...{
        id: uuid(10_000 + article * 2_000 + i),
        articleId: uuid(100 + article),
        revisionId: uuid(200 + article),
      },
      ...{ start, end, exact: text.slice(start, end), prefix: "", suffix: "", kind: mark?.kind ?? "claim" },
      ...{ note: "The source says it *otherwise*.", attributes: { speaker: "A spokesman" }, tags: ["count"] },
      ...{ checkStatus: "confirmed" as const, confidence: null, assignee: null, checker: null },
      ...{ secondChecker: null, ...by },
    };
  });
}

function uuid(n: number): string {
  return `019b2c00-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
