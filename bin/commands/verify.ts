import { parseArgs } from "node:util";
import { consistencyFaults } from "@/lib/checkpoints/consistent";
import { verifyJournal } from "@/lib/checkpoints/journalFile";
import { consistencySchema } from "@/lib/checkpoints/schema";
import type { SignedCheckpoint } from "@/lib/checkpoints/statement";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import { type TrustedKey, verifyExport } from "@/lib/reviews/verify";
import { Refusal, WrongUsage } from "../outcome";
import { printable } from "../printable";
import { dataDir } from "../settings";
import { trustedKey } from "../trustedKeys";
import { bytesOf, checkpointIn, isJournal, jsonOf, linesOf, requireFile } from "../verifiedFiles";

export const usage = `Usage: stet verify FILE… [--key PUBLIC_KEY]…
       stet verify JOURNAL.jsonl [--checkpoint FILE]
       stet verify --checkpoint OLD NEW [--proof PROOF]

Says whether exported reports (JSON, HTML, DOCX or PDF) are what was signed, by whom and when, and whether their
sign-offs stand in the journal; whether an exported journal is whole; and whether a journal only grew from one
checkpoint to another. Needs no database and no network.
  --key PUBLIC_KEY    a public key to trust, in base64, as the newsroom published it; beside those of this
                      installation (signing-keys.json in its data folder)
  --checkpoint FILE   a checkpoint that you kept: by itself, in a file of the folder "checkpoints", in an exported
                      report or journal. The journal, or the newer checkpoint, must go on from it
  --proof PROOF       what GET /api/dossiers/ID/journal/proof?from=&to= answered for the two checkpoints' sizes
Exit code 0: it is so. 1: it is not, or nobody known signed it. 2: wrong usage.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: "string", multiple: true },
      checkpoint: { type: "string" },
      proof: { type: "string" },
    },
  });
  const [path, ...more] = positionals;
  if (!path) throw new WrongUsage("Name a file.");
  const keys = [...(await knownPublicKeys(dataDir())), ...(values.key ?? []).map(trustedKey)];
  for (const one of positionals) await requireFile(one);
  if (values.checkpoint !== undefined) {
    if (more.length > 0) throw new WrongUsage("With --checkpoint, name one file.");
    const older = await checkpointIn(values.checkpoint);
    if (values.proof === undefined && (await isJournal(path))) return sayJournal(path, keys, [older]);
    return sayConsistency(older, path, values.proof, keys);
  }
  if (values.proof !== undefined)
    throw new WrongUsage("A proof is about two checkpoints: name the older one with --checkpoint.");
  let code = 0;
  for (const one of positionals) {
    const isGood = (await isJournal(one)) ? (await sayJournal(one, keys)) === 0 : await sayExport(one, keys);
    if (!isGood) code = 1;
  }
  return code;
}

async function sayExport(path: string, keys: readonly TrustedKey[]): Promise<boolean> {
  const verdict = verifyExport(await bytesOf(path), keys);
  say(verdict.valid ? `${path}: valid. This is what was signed.` : `${path}: NOT valid.`);
  if (verdict.report) say(`  report: ${verdict.report.title}`);
  if (verdict.contentHash) say(`  content hash: ${verdict.contentHash}`);
  for (const { reviewer, signedAt, statement, keyId, ok, journal } of verdict.signOffs) {
    say(
      `  ${ok ? "signed" : "NOT rightly signed"} by ${reviewer.name} at ${signedAt} with key ${keyId}: “${statement}”`,
    );
    if (journal) {
      say(
        `    entry ${journal.seq} of the dossier’s journal, in the checkpoint of ${journal.size} entries of ${journal.checkpointAt}`,
      );
    }
  }
  for (const { on, wrong, correct, by, at, ok } of verdict.corrections ?? []) {
    say(
      `  ${ok ? "corrected" : "NOT rightly corrected"} by ${by.name} at ${at}, ${on.type} ${on.id}: wrong “${wrong}”, right “${correct}”`,
    );
  }
  for (const reason of verdict.reasons) say(`  ${reason}`);
  return verdict.valid;
}

function say(line: string): void {
  console.log(printable(line));
}

async function sayJournal(
  path: string,
  keys: readonly TrustedKey[],
  older: SignedCheckpoint[] = [],
): Promise<number> {
  const { valid, size, checkpoint, reasons } = await verifyJournal(linesOf(path), keys, older);
  say(
    valid
      ? `${path}: valid. The journal is whole, as it was signed on ${checkpoint?.signed.at ?? "…"}.`
      : `${path}: NOT valid.`,
  );
  say(`  entries: ${size}`);
  if (checkpoint) say(`  tree head: ${checkpoint.signed.head}`);
  for (const { signed } of valid ? older : []) {
    say(`  It begins with the ${signed.size} entries that were signed on ${signed.at}.`);
  }
  for (const reason of reasons) say(`  ${reason}`);
  return valid ? 0 : 1;
}

async function sayConsistency(
  older: SignedCheckpoint,
  path: string,
  proofPath: string | undefined,
  keys: readonly TrustedKey[],
) {
  const newer = await checkpointIn(path);
  const given =
    proofPath === undefined
      ? null
      : consistencySchema.safeParse(jsonOf((await bytesOf(proofPath)).toString()));
  if (given && !given.success) throw new Refusal(`${proofPath} is not a proof of consistency.`);
  const faults = consistencyFaults(older, newer, given?.data ?? null, keys);
  const [from, to] = [older.signed, newer.signed];
  say(
    faults.length === 0
      ? `Consistent: the journal of ${to.size} entries of ${to.at} begins with the ${from.size} entries of ${from.at}.`
      : "NOT shown to be consistent.",
  );
  for (const fault of faults) say(`  ${fault}`);
  return faults.length === 0 ? 0 : 1;
}
