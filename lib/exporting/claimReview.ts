import type { CheckStatus } from "@/lib/annotations/kinds";
import type { Envelope } from "@/lib/exporting/envelope";
import { type Note, type ReportPage, reportPage } from "@/lib/exporting/html/model";
import { checkStatusWords } from "@/lib/exporting/html/words";
import { momentOf } from "@/lib/exporting/momentOf";
import { isSafeHref } from "@/lib/text/document";

/** The statuses that are a verdict, from 1 (worst) to 5 (best); null where a number would say more than is known. */
const verdicts: Partial<Record<CheckStatus, number | null>> = {
  confirmed: 5,
  corrected: 2,
  disputed: 1,
  unverifiable: null,
};

/**
 * The ClaimReview export (https://schema.org/ClaimReview): one review for every annotation with a verdict, whatever its
 * kind, as a figure or a statement is a Claim too. `url` is a URN until the review stands on a page of its own: whoever
 * publishes it puts that page's address there.
 */
export function renderClaimReview(envelope: Envelope): string {
  const page = reportPage(envelope);
  const reviews = [...page.notes.values()]
    .filter(({ annotation }) => verdicts[annotation.checkStatus] !== undefined)
    .map((note) => review(page, note));
  const graph = {
    "@context": [
      "https://schema.org",
      {
        stet: "urn:stet:",
        contentHash: "stet:contentHash",
        signOffs: { "@id": "stet:signOffs", "@type": "@json" },
      },
    ],
    "@id": urn(envelope.snapshot.report.id),
    "@type": "Report",
    name: envelope.snapshot.report.title,
    creativeWorkStatus:
      envelope.status === "signed" ? (envelope.withdrawals ? "Withdrawn" : "Signed") : "Draft",
    contentHash: envelope.contentHash,
    ...(envelope.status === "signed" && { signOffs: envelope.signOffs }),
    hasPart: reviews,
  };
  return `${JSON.stringify(graph, null, 2)}\n`;
}

function review(page: ReportPage, { annotation, article, evidence }: Note): object {
  const { checkStatus, attributes, checker, createdBy, exact, note } = annotation;
  const rating = verdicts[checkStatus] ?? null;
  return {
    "@type": "ClaimReview",
    "@id": urn(annotation.id),
    url: `${urn(page.snapshot.report.id)}#${annotation.id}`,
    datePublished: momentOf(page.envelope).slice(0, 10),
    author: { "@type": "Person", name: page.nameOf(checker ?? createdBy) },
    claimReviewed: text(attributes.normalised) ?? exact,
    reviewRating: {
      "@type": "Rating",
      alternateName: checkStatusWords[checkStatus],
      ...(rating !== null && { ratingValue: rating, bestRating: 5, worstRating: 1 }),
    },
    ...(note !== "" && { reviewBody: note }),
    itemReviewed: {
      "@type": "Claim",
      text: exact,
      ...(text(attributes.speaker) && { author: { "@type": "Person", name: text(attributes.speaker) } }),
      ...((text(attributes.saidOn) ?? article.publishedOn) && {
        datePublished: text(attributes.saidOn) ?? article.publishedOn,
      }),
      appearance: {
        "@type": "NewsArticle",
        headline: article.title,
        inLanguage: article.language,
        ...(article.url && isSafeHref(article.url) && { url: article.url }),
        ...(article.publishedOn && { datePublished: article.publishedOn }),
        ...(article.outlet && { publisher: { "@type": "Organization", name: article.outlet } }),
      },
    },
    ...(evidence.length > 0 && {
      citation: evidence.map(({ title, url, locator }) => ({
        "@type": "CreativeWork",
        ...(title !== "" && { name: title }),
        ...(url && isSafeHref(url) && { url }),
        ...(locator && { position: locator }),
      })),
    }),
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function urn(id: string): string {
  return `urn:uuid:${id}`;
}
