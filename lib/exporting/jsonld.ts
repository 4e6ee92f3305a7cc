import { toWebSelectors } from "@/lib/anchoring/webAnnotation";
import type { Envelope, SignedEnvelope } from "@/lib/exporting/envelope";
import { STET, stetContext } from "@/lib/exporting/jsonldContext";
import type {
  Snapshot,
  SnapshotAnnotation,
  SnapshotArticle,
  SnapshotEvidence,
  SnapshotLink,
} from "@/lib/reports/snapshot";
import type { SignedCorrection } from "@/lib/reviews/statement";
import { type CodePointIndex, codePointIndex } from "@/lib/text/codePoints";
import { isSafeHref } from "@/lib/text/document";
import { grouped } from "@/lib/text/grouped";

/**
 * The W3C Web Annotation export: one AnnotationCollection with one AnnotationPage. Positions count Unicode code
 * points (Web Annotation Data Model §4.2.5). Annotations are `tagging`, links `linking` with two targets.
 */
export function renderJsonLd(envelope: Envelope): string {
  const { snapshot } = envelope;
  const report = urn(snapshot.report.id);
  const corrections = envelope.status === "signed" ? (envelope.corrections ?? []) : [];
  const items = [
    ...annotationItems(snapshot),
    ...linkItems(snapshot),
    ...corrections.map((correction) => correctionItem(correction, snapshot)),
  ];
  const collection = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", stetContext],
    id: report,
    type: "AnnotationCollection",
    label: snapshot.report.title,
    reportStatus: envelope.status,
    contentHash: envelope.contentHash,
    ...(envelope.status === "signed" ? signatures(envelope) : { generated: envelope.exportedAt }),
    total: items.length,
    first: { id: `${report}#page-1`, type: "AnnotationPage", partOf: report, startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

type Target = { type: "SpecificResource"; source: string };

function annotationItems(snapshot: Snapshot): object[] {
  const people = peopleById(snapshot);
  const targets = targetsById(snapshot);
  const evidence = grouped(snapshot.evidence, (item) => item.annotationId);
  return snapshot.annotations.map((annotation) => ({
    id: urn(annotation.id),
    type: "Annotation",
    motivation: "tagging",
    ...made(annotation, people),
    kind: annotation.kind,
    checkStatus: annotation.checkStatus,
    ...(annotation.confidence !== null && { confidence: annotation.confidence }),
    attributes: annotation.attributes,
    ...(evidence.has(annotation.id) && { evidence: evidence.get(annotation.id)?.map(bare) }),
    body: [
      ...[annotation.kind, ...annotation.tags].map(tag),
      ...(annotation.note === "" ? [] : [comment(annotation.note)]),
    ],
    target: targets.get(annotation.id),
  }));
}

function linkItems(snapshot: Snapshot): object[] {
  const people = peopleById(snapshot);
  const targets = targetsById(snapshot);
  return snapshot.links.map((link) => ({
    id: urn(link.id),
    type: "Annotation",
    // In full: linked-data vocabularies disagree on what a bare "linking" means.
    motivation: "http://www.w3.org/ns/oa#linking",
    ...made(link, people),
    relation: `${STET}relation:${link.relation}`,
    from: urn(link.from),
    to: urn(link.to),
    ...present({ subtype: link.subtype, sameEvent: link.sameEvent }),
    ...present({ strength: link.strength, severity: link.severity }),
    linkStatus: link.status,
    ...(link.statusReason !== "" && { statusReason: link.statusReason }),
    ...(link.rationale !== "" && { body: [comment(link.rationale)] }),
    target: [targets.get(link.from), targets.get(link.to)],
  }));
}

/** What was signed, and what was said of it since; a withdrawn report says so first. */
function signatures({ signOffs, corrections, withdrawals }: SignedEnvelope): object {
  return {
    ...(withdrawals && { reportStatus: "withdrawn" }),
    signOffs,
    ...(corrections && { corrections }),
    ...(withdrawals && { withdrawals }),
  };
}

/** A correction edits what it is about; the target of one on a passage is the passage's own. */
function correctionItem({ signed }: SignedCorrection, snapshot: Snapshot): object {
  const { id, on, wrong, correct, correctedBy, correctedAt } = signed;
  return {
    id: urn(id),
    type: "Annotation",
    motivation: "http://www.w3.org/ns/oa#editing",
    creator: { id: urn(correctedBy.id), type: "Person", name: correctedBy.name },
    created: correctedAt,
    body: [
      { type: "TextualBody", purpose: "describing", value: wrong, format: "text/plain" },
      { type: "TextualBody", purpose: "editing", value: correct, format: "text/plain" },
    ],
    target: on.type === "annotation" ? [urn(on.id), ...passageOf(on.id, snapshot)] : urn(on.id),
  };
}

function passageOf(annotationId: string, snapshot: Snapshot): Target[] {
  const found = targetsById(snapshot).get(annotationId);
  return found ? [found] : [];
}

function targetsById({ articles, annotations }: Snapshot): Map<string, Target> {
  const indexed = new Map(
    articles.map((article) => [article.id, { article, index: codePointIndex(article.revision.text) }]),
  );
  const targets = new Map<string, Target>();
  for (const annotation of annotations) {
    const found = indexed.get(annotation.articleId);
    if (found) targets.set(annotation.id, target(annotation, found.article, found.index));
  }
  return targets;
}

function target(annotation: SnapshotAnnotation, article: SnapshotArticle, index: CodePointIndex): Target {
  const { start, end, exact, prefix, suffix } = annotation;
  const revision = urn(article.revision.id);
  const selectors = {
    position: { type: "TextPositionSelector", start, end },
    quote: { type: "TextQuoteSelector", exact, prefix, suffix },
  } as const;
  const described = {
    type: "SpecificResource" as const,
    // The published page where there is one, so that other tools find it; our text is named beside it.
    source: article.url !== null && isSafeHref(article.url) ? article.url : revision,
    revision,
    revisionSha256: article.revision.sha256,
    selector: toWebSelectors(selectors, index),
  };
  return described;
}

function made(item: SnapshotAnnotation | SnapshotLink, people: Map<string, string>): object {
  const name = people.get(item.createdBy);
  return {
    creator: { id: urn(item.createdBy), type: "Person", ...(name !== undefined && { name }) },
    created: item.createdAt,
    modified: item.updatedAt,
  };
}

function bare({ annotationId: _, ...rest }: SnapshotEvidence): object {
  return rest;
}

function tag(value: string): object {
  return { type: "TextualBody", purpose: "tagging", value, format: "text/plain" };
}

function comment(value: string): object {
  return { type: "TextualBody", purpose: "commenting", value, format: "text/markdown" };
}

function present(fields: Record<string, string | null>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function peopleById(snapshot: Snapshot): Map<string, string> {
  return new Map(snapshot.people.map((person) => [person.id, person.name]));
}

function urn(id: string): string {
  return `urn:uuid:${id}`;
}
