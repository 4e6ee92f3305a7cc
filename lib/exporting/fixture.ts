import { draftEnvelope, signedEnvelope } from "@/lib/exporting/envelope";
import { contentHash, sha256Hex } from "@/lib/journal/canonical";
import {
  type Snapshot,
  type SnapshotAnnotation,
  type SnapshotLink,
  snapshotSchema,
} from "@/lib/reports/snapshot";
import { toBase64 } from "@/lib/reviews/base64";
import { keyIdOf, publicKeyOf, signStatement } from "@/lib/reviews/signature";
import type {
  CorrectionStatement,
  SignedCorrection,
  SignedSignOff,
  SignedStatement,
  SignedWithdrawal,
  WithdrawalStatement,
} from "@/lib/reviews/statement";

/** A report for tests: two articles (one Arabic), overlapping passages, links, evidence, and hostile strings. */

export const HOSTILE = "</script><img src=x onerror=alert(1)>\u202eevil\u2028<!--";

const uuid = (n: number) => `019b2c00-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const editor = uuid(1);
const second = uuid(2);
export const reviewerId = uuid(3);

const english = [
  "Damascus orders a broad amnesty",
  "The presidency announced on 31 May 2011 that all members of political movements would benefit from a general amnesty, state television said.",
  "Lawyers counted about 4,500 detainees whose cases might fall under it 🕊️, though no list was published.",
  "“Whoever is accused of a crime before today is included,” the justice ministry wrote, adding that courts would decide case by case.",
  "Three years later the lawyers’ count had still not been answered.",
];
const arabic = [
  "مرسوم عفو جديد في حزيران ٢٠١٤",
  "أعلنت الرئاسة مرسوماً يشمل تخفيف الأحكام ويستثني جرائم الإرهاب 🚩 التي أوقعت ضحايا.",
  "قال محامون إن العدد المعلن ٧٠٠٠ موقوف لم تؤكده أي قائمة.",
];

const made = {
  version: 1,
  createdBy: editor,
  updatedBy: editor,
  createdAt: "2026-02-01T09:00:00.000Z",
  updatedAt: "2026-02-02T10:30:00.000Z",
};

function article(n: number, lines: readonly string[], rest: object) {
  const text = lines.join("\n");
  const content = lines.map((line, i) =>
    i === 0
      ? { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: line }] }
      : { type: "paragraph", content: [{ type: "text", text: line }] },
  );
  const revision = {
    id: uuid(n + 1),
    number: 1,
    sha256: sha256Hex(text),
    text,
    document: { type: "doc", content },
  };
  return { id: uuid(n), revision, ...rest };
}

function annotation(n: number, articleNumber: number, lines: readonly string[], exact: string, rest: object) {
  const text = lines.join("\n");
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`No “${exact}” in the article.`);
  const end = start + exact.length;
  return {
    id: uuid(n),
    articleId: uuid(articleNumber),
    revisionId: uuid(articleNumber + 1),
    start,
    end,
    exact,
    prefix: text.slice(Math.max(0, start - 16), start),
    suffix: text.slice(end, end + 16),
    kind: "claim",
    note: "",
    attributes: {},
    tags: [],
    checkStatus: "unchecked",
    confidence: null,
    assignee: null,
    checker: null,
    secondChecker: null,
    ...made,
    ...rest,
  } satisfies Record<keyof SnapshotAnnotation, unknown>;
}

function link(n: number, from: number, to: number, rest: Partial<SnapshotLink>) {
  return {
    id: uuid(n),
    from: uuid(from),
    to: uuid(to),
    relation: "context",
    subtype: null,
    sameEvent: "unknown",
    strength: null,
    severity: null,
    rationale: "",
    status: "open",
    statusReason: "",
    owner: null,
    ...made,
    ...rest,
  };
}

const memo = `# Two amnesties, not one

The **2011** decree and the *2014* decree are ${"`often`"} told as one story. They are not.

### What we looked at
- the wording of [both decrees](https://example.org/decrees)
- a [trap](javascript:alert(1)) and <img src=x onerror=alert(1)>
  - ![a seal](https://example.org/seal.png)

| decree | excluded |
|---|---|
| 2011 | nothing named |
| 2014 | terrorism |

> ${HOSTILE}
`;

export const sampleSnapshot: Snapshot = snapshotSchema.parse({
  format: "stet.snapshot",
  formatVersion: 1,
  dossier: { id: uuid(10), title: `Syrian amnesties ${HOSTILE}`, signOffsRequired: 1 },
  report: { id: uuid(11), title: "What the amnesties of 2011 and 2014 covered", memo, version: 3 },
  waiver: "The headlines were left open; they repeat the text.",
  people: [
    { id: editor, name: "Rana Editor" },
    { id: second, name: `Mallory ${HOSTILE}` },
    { id: reviewerId, name: "Tom Reviewer" },
  ],
  articles: [
    article(20, english, {
      title: "Amnesty, first telling",
      outlet: "The Example Courier",
      byline: "By A. Writer",
      url: "https://example.org/2011/amnesty",
      publishedOn: "2011-06-01",
      language: "en",
      direction: "ltr",
    }),
    article(30, arabic, {
      title: `عفو ${HOSTILE}`,
      outlet: null,
      byline: null,
      url: "javascript:alert(1)",
      publishedOn: "2014-06-10",
      language: "ar",
      direction: "rtl",
    }),
  ],
  annotations: [
    annotation(40, 20, english, "all members of political movements would benefit from a general amnesty", {
      kind: "official_statement",
      note: "Broad wording. The decree itself lists *exceptions*: see the evidence.",
      attributes: {
        speaker: "The presidency",
        via: ["decree", "state television"],
        saidOn: "2011-05-31",
        mode: "indirect",
      },
      checkStatus: "confirmed",
      confidence: "high",
      checker: second,
    }),
    annotation(41, 20, english, "a general amnesty, state television said.\nLawyers counted", {
      note: "Crosses two paragraphs.",
    }),
    annotation(42, 20, english, "about 4,500 detainees whose cases", {
      kind: "figure",
      attributes: { value: 4500, unit: "detainees", approximate: true, asOf: "2011-05-31" },
      checkStatus: "unverifiable",
      tags: ["count", HOSTILE],
    }),
    annotation(43, 20, english, "4,500 detainees", { note: "Inside the figure." }),
    annotation(44, 20, english, "detainees whose cases might fall under it 🕊️", {
      note: HOSTILE,
      attributes: { hedges: ["might"], speaker: HOSTILE },
      updatedBy: second,
      checkStatus: "disputed",
    }),
    annotation(50, 30, arabic, "ويستثني جرائم الإرهاب 🚩", {
      kind: "official_statement",
      note: "The exclusion of terrorism.",
      attributes: { speaker: "الرئاسة", eventOn: "2014-06-09" },
      checkStatus: "confirmed",
    }),
    annotation(51, 30, arabic, "العدد المعلن ٧٠٠٠ موقوف", {
      kind: "figure",
      attributes: { min: 7000, unit: "موقوف" },
    }),
  ],
  evidence: [
    {
      id: uuid(60),
      annotationId: uuid(40),
      stance: "for",
      url: "https://example.org/decree-61",
      title: "Legislative Decree 61",
      locator: "Article 1",
      tier: "primary",
      note: "Official gazette.",
      retrievedAt: "2026-02-01T08:00:00.000Z",
      archivedSha256: "a".repeat(64),
      ...made,
    },
    {
      id: uuid(61),
      annotationId: uuid(42),
      stance: "against",
      url: 'javascript:alert("x")',
      title: HOSTILE,
      locator: null,
      tier: null,
      note: "",
      retrievedAt: null,
      archivedSha256: null,
      ...made,
    },
  ],
  links: [
    link(70, 40, 50, {
      relation: "contradicts",
      subtype: "scope",
      sameEvent: "no",
      strength: "apparent",
      severity: "major",
      rationale: "The first names no exception, the second excludes terrorism. **Different decrees.**",
      status: "explained",
      statusReason: "Two amnesties, three years apart.",
    }),
    link(71, 42, 51, {
      relation: "contradicts",
      subtype: "figure",
      sameEvent: "yes",
      strength: "direct",
      rationale: HOSTILE,
    }),
    link(72, 44, 40, { relation: "qualifies", rationale: "It may not reach all of them." }),
  ],
  cleared: [],
});

/** A key for tests only. */
export const testPrivateKey = new Uint8Array(32).fill(7);
const publicKey = publicKeyOf(testPrivateKey);
export const testKey = { id: keyIdOf(publicKey), publicKey: toBase64(publicKey) };

/** A sign-off of a snapshot by the test key. */
export function signOffOf(
  snapshot: Snapshot,
  changes: Partial<SignedStatement> = {},
  privateKey: Uint8Array = testPrivateKey,
): SignedSignOff {
  const statement: SignedStatement = {
    format: "stet.sign-off",
    formatVersion: 1,
    contentHash: contentHash(snapshot),
    report: { id: snapshot.report.id, title: snapshot.report.title },
    round: { id: uuid(80), number: 2 },
    reviewer: { id: reviewerId, name: "Tom Reviewer" },
    statement: "I read every passage against its source.\nTwo points stay open & are marked.",
    signedAt: "2026-03-01T09:15:30.250Z",
    journal: { seq: 118, hash: "c".repeat(64) },
    keyId: keyIdOf(publicKeyOf(privateKey)),
    ...changes,
  };
  return signStatement(statement, privateKey);
}

export const signedSample = signedEnvelope(sampleSnapshot, [signOffOf(sampleSnapshot)]);
export const draftSample = draftEnvelope(sampleSnapshot, "2026-03-01T08:00:00.000Z");

/** A correction of a signed snapshot's first annotation by the test key. */
export function correctionOf(
  signOff: SignedSignOff,
  changes: Partial<CorrectionStatement> = {},
  privateKey: Uint8Array = testPrivateKey,
): SignedCorrection {
  const { contentHash: hash, report, round } = signOff.signed;
  const statement: CorrectionStatement = {
    ...{ format: "stet.correction", formatVersion: 1, id: uuid(90), contentHash: hash, report, round },
    on: { type: "annotation", id: uuid(40) },
    wrong: `The decree is of 30 May. ${HOSTILE}`,
    correct: "The decree is of 31 May.",
    correctedBy: { id: second, name: "Mona Desk" },
    correctedAt: "2026-03-04T10:00:00.000Z",
    journal: { seq: 130, hash: "d".repeat(64) },
    keyId: keyIdOf(publicKeyOf(privateKey)),
    ...changes,
  };
  return signStatement(statement, privateKey);
}

/** The withdrawal of a sign-off by the test key. */
export function withdrawnOf(
  signOff: SignedSignOff,
  changes: Partial<WithdrawalStatement> = {},
  privateKey: Uint8Array = testPrivateKey,
): SignedWithdrawal {
  const { contentHash: hash, report, round, reviewer, signedAt } = signOff.signed;
  const statement: WithdrawalStatement = {
    ...{ format: "stet.withdrawal", formatVersion: 1, contentHash: hash, report, round },
    signOff: { id: uuid(91), reviewer, signedAt, signature: signOff.signature },
    reason: `The list turned out to be forged. ${HOSTILE}`,
    withdrawnBy: reviewer,
    withdrawnAt: "2026-03-05T10:00:00.000Z",
    journal: { seq: 131, hash: "e".repeat(64) },
    keyId: keyIdOf(publicKeyOf(privateKey)),
    ...changes,
  };
  return signStatement(statement, privateKey);
}
