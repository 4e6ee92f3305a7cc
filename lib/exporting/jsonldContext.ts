/** Our relations, and what is told about annotations beyond the W3C model, are named under this prefix. */
export const STET = "urn:stet:";

/**
 * The context of our terms, inline so that a reader needs nothing of ours from the network. Structures that only
 * Stet reads (attributes, evidence, sign-offs) are JSON literals (JSON-LD 1.1 `@json`): a processor keeps them
 * whole, and a sign-off's canonical form survives.
 */
export const stetContext = {
  "@version": 1.1,
  kind: { "@id": `${STET}kind`, "@type": "@vocab" },
  claim: `${STET}kind:claim`,
  figure: `${STET}kind:figure`,
  official_statement: `${STET}kind:official_statement`,
  checkStatus: `${STET}checkStatus`,
  confidence: `${STET}confidence`,
  attributes: { "@id": `${STET}attributes`, "@type": "@json" },
  evidence: { "@id": `${STET}evidence`, "@type": "@json" },
  revision: { "@id": `${STET}revision`, "@type": "@id" },
  revisionSha256: `${STET}revisionSha256`,
  relation: { "@id": `${STET}relation`, "@type": "@id" },
  from: { "@id": `${STET}from`, "@type": "@id" },
  to: { "@id": `${STET}to`, "@type": "@id" },
  subtype: `${STET}subtype`,
  sameEvent: `${STET}sameEvent`,
  strength: `${STET}strength`,
  severity: `${STET}severity`,
  linkStatus: `${STET}linkStatus`,
  statusReason: `${STET}statusReason`,
  reportStatus: `${STET}reportStatus`,
  contentHash: `${STET}contentHash`,
  corrections: { "@id": `${STET}corrections`, "@type": "@json" },
  withdrawals: { "@id": `${STET}withdrawals`, "@type": "@json" },
  signOffs: { "@id": `${STET}signOffs`, "@type": "@json" },
} as const;
