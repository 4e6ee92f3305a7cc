import { type JournalProof, proofFaults } from "@/lib/checkpoints/proof";
import { appearanceFaults } from "@/lib/exporting/compare";
import { snapshotFaults } from "@/lib/exporting/consistency";
import { bySigning, type EnvelopeFrame, envelopeSchema } from "@/lib/exporting/envelope";
import { type ExportKind, readExport } from "@/lib/exporting/readExport";
import { contentHash } from "@/lib/journal/canonical";
import type { Snapshot } from "@/lib/reports/snapshot";
import type { SignedSignOff } from "@/lib/reviews/statement";
import { judgeAfterwards, type VerifiedCorrection, type Withdrawn } from "@/lib/reviews/verifyAfterwards";
import { judgeSeal } from "@/lib/reviews/verifySeal";

/**
 * A key whose owner the verifier knows: raw Ed25519 public key in base64, and its {@link keyIdOf}. Nothing that says
 * it was signed after `retiredAt` (ISO instant) is taken for signed.
 */
export type TrustedKey = { id: string; publicKey: string; retiredAt?: string | null };

/** A key of this installation as it publishes it. */
export type PublicKey = { id: string; publicKey: string; createdAt: string; retiredAt: string | null };

export type VerifiedSignOff = {
  reviewer: { id: string; name: string };
  signedAt: string;
  statement: string;
  keyId: string;
  /** Whether the signature is right and over this file's content. */
  ok: boolean;
  keyTrusted: boolean;
  /** Where it stands in the dossier's journal, shown by a signed checkpoint of `size` entries; only in a valid file. */
  journal?: { seq: number; size: number; checkpointAt: string };
  /** Absent while it stands. */
  withdrawn?: Withdrawn;
};

export type Verdict = {
  /** True only when the file is, byte for byte, what was signed, and every signing key is trusted. */
  valid: boolean;
  kind: ExportKind | null;
  status: "draft" | "signed" | null;
  /** Sentences for a person; empty when valid. */
  reasons: string[];
  signOffs: VerifiedSignOff[];
  /** What was found wrong after it was signed; absent when nothing was. */
  corrections?: VerifiedCorrection[];
  /** What the sign-offs say they are about; only from sign-offs that are `ok`. */
  report?: { id: string; title: string; round: number };
  /** Recomputed from the content, not read from the file. */
  contentHash?: string;
};

/**
 * Whether an exported file (JSON, HTML, DOCX or PDF) is what was signed. Offline and pure; never throws.
 *
 * A key in the file is never trusted for being there. What costs time in proportion to what a file's author wants
 * (reading the snapshot, making the page again) is done only for content that a trusted key signed.
 */
export function verifyExport(file: string | Uint8Array, trustedKeys: readonly TrustedKey[]): Verdict {
  const read = readExport(file);
  if (!read.frame) {
    return { valid: false, kind: read.kind, status: null, reasons: [read.reason], signOffs: [] };
  }
  const { kind, frame } = read;
  const base = { kind, status: frame.status };
  const hash = hashOf(frame);
  if (hash === null) return { ...base, valid: false, reasons: ["The report data is damaged."], signOffs: [] };
  if (frame.status === "draft") {
    const reasons = ["This is a draft: nobody has signed it."];
    if (hash !== frame.contentHash) reasons.push("Its content is not what its own hash names.");
    return { ...base, valid: false, reasons, signOffs: [], contentHash: hash };
  }
  const judged = frame.signOffs.map((signOff) => judge(signOff, hash, trustedKeys));
  const later = judgeAfterwards(frame, hash, trustedKeys);
  const reasons = [...frameFaults(frame, hash), ...judged.flatMap((one) => one.reasons), ...later.reasons];
  if (reasons.length === 0) {
    reasons.push(...contentFaults(frame, kind, file, trustedKeys), ...journalFaults(frame, trustedKeys));
  }
  const isWhole = reasons.length === 0;
  // Said last: until here it is judged whether the file shows what was signed, and taken back.
  reasons.push(...later.withdrawn);
  const sound = frame.signOffs.find((_, i) => judged[i]?.signOff.ok)?.signed;
  return {
    ...base,
    valid: reasons.length === 0,
    reasons,
    signOffs: judged.map(({ signOff }, i) => {
      const proof = isWhole ? frame.proofs?.[i] : undefined;
      const journal = proof && { journal: placeOf(proof) };
      return { ...signOff, ...journal, ...later.onSignOff(frame.signOffs[i]) };
    }),
    ...(later.corrections.length > 0 && { corrections: later.corrections }),
    ...(sound && { report: { id: sound.report.id, title: sound.report.title, round: sound.round.number } }),
    contentHash: hash,
  };
}

type SignedFrame = Extract<EnvelopeFrame, { status: "signed" }>;

function judge(
  signOff: SignedSignOff,
  hash: string,
  trustedKeys: readonly TrustedKey[],
): { signOff: VerifiedSignOff; reasons: string[] } {
  const { signed } = signOff;
  const { reviewer, signedAt, statement, keyId } = signed;
  const name = `The sign-off of ${reviewer.name}`;
  const { faults, keyFaults } = judgeSeal(name, signOff, { hash, at: signedAt, trustedKeys });
  const [ok, keyTrusted] = [faults.length === 0, keyFaults.length === 0];
  return {
    signOff: { reviewer, signedAt, statement, keyId, ok, keyTrusted },
    reasons: [...faults, ...keyFaults],
  };
}

/** Whether the sign-offs are of one round of one report, each by a different person, in their order. */
function frameFaults(frame: SignedFrame, hash: string): string[] {
  const faults: string[] = [];
  if (frame.contentHash !== hash) faults.push("The content of the file is not what its own hash names.");
  const [first] = frame.signOffs;
  const isOneRound = frame.signOffs.every(
    ({ signed: { report, round } }) =>
      report.id === first?.signed.report.id &&
      report.title === first.signed.report.title &&
      round.id === first.signed.round.id &&
      round.number === first.signed.round.number,
  );
  if (!isOneRound) faults.push("The sign-offs are of different reports or rounds.");
  const reviewers = new Set(frame.signOffs.map(({ signed }) => signed.reviewer.id));
  if (reviewers.size !== frame.signOffs.length) faults.push("One person’s sign-off is counted twice.");
  const isInOrder = frame.signOffs.every((signOff, i) => {
    const before = frame.signOffs[i - 1];
    return !before || bySigning(before, signOff) <= 0;
  });
  if (!isInOrder) faults.push("The sign-offs are not in the order in which Stet writes them.");
  return faults;
}

/** What is wrong with signed content, or with how the file shows it. */
function contentFaults(
  frame: SignedFrame,
  kind: ExportKind,
  file: string | Uint8Array,
  trustedKeys: readonly TrustedKey[],
): string[] {
  try {
    const { data: envelope } = envelopeSchema.safeParse(frame);
    if (!envelope) return ["The signed content is not of the form that this version of Stet knows."];
    const { snapshot } = envelope;
    const faults = [...snapshotFaults(snapshot), ...ownershipFaults(snapshot, frame)];
    if (frame.signOffs.length < snapshot.dossier.signOffsRequired) {
      faults.push(
        `This report needs ${snapshot.dossier.signOffsRequired} sign-offs and carries ${frame.signOffs.length}.`,
      );
    }
    return [...faults, ...appearanceFaults(kind, envelope, file, trustedKeys)];
  } catch {
    return ["The signed content cannot be read."];
  }
}

/** Whether the file shows that every sign-off was entered in the journal, as far as it must. */
function journalFaults(
  { signOffs, proofs, snapshot }: SignedFrame,
  trustedKeys: readonly TrustedKey[],
): string[] {
  const dossierId = (snapshot as Snapshot).dossier?.id;
  if (proofs && proofs.length !== signOffs.length)
    return ["The file does not carry one journal entry for each sign-off."];
  return signOffs.flatMap((signOff, i) => {
    const proof = proofs?.[i];
    if (proof) return proofFaults(proof, { signOff, dossierId }, trustedKeys);
    if (!signOff.signed.journal.checkpoints) return [];
    return [
      `What shows that the sign-off of ${signOff.signed.reviewer.name} stands in the journal was taken out of the file.`,
    ];
  });
}

function placeOf({ entry, checkpoint }: JournalProof): NonNullable<VerifiedSignOff["journal"]> {
  return { seq: entry.seq, size: checkpoint.signed.size, checkpointAt: checkpoint.signed.at };
}

/** A sign-off is of this report, and by someone who made nothing in it (the two-person rule). */
function ownershipFaults(snapshot: Snapshot, frame: SignedFrame): string[] {
  const { annotations, evidence, links, report } = snapshot;
  const makers = new Set([...annotations, ...evidence, ...links].flatMap((x) => [x.createdBy, x.updatedBy]));
  return frame.signOffs.flatMap(({ signed }) => {
    const faults: string[] = [];
    const name = signed.reviewer.name;
    if (signed.report.id !== report.id || signed.report.title !== report.title) {
      faults.push(`The sign-off of ${name} is for another report.`);
    }
    if (makers.has(signed.reviewer.id)) faults.push(`${name} signed a report to which they contributed.`);
    return faults;
  });
}

function hashOf(frame: EnvelopeFrame): string | null {
  try {
    return contentHash(frame.snapshot);
  } catch {
    return null;
  }
}
