import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { MAX_EXPORT_LENGTH } from "@/lib/exporting/readExport";
import { fromBase64 } from "@/lib/reviews/base64";
import { keyIdOf } from "@/lib/reviews/signature";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import { type TrustedKey, verifyExport } from "@/lib/reviews/verify";
import { Refusal, WrongUsage } from "../outcome";
import { dataDir } from "../settings";

export const usage = `Usage: stet verify FILE [--key PUBLIC_KEY]…

Says whether an exported JSON, HTML, DOCX or PDF file is what was signed, by whom and when. Needs no database and no network.
  --key PUBLIC_KEY   a public key to trust, in base64, as the newsroom published it; beside those of this
                     installation (signing-keys.json in its data folder)
Exit code 0: it is what was signed. 1: it is not, or nobody known signed it.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: "string", multiple: true } },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new WrongUsage("Name one file.");
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Refusal(`${path}: there is no such file.`);
  if (found.size > MAX_EXPORT_LENGTH) throw new Refusal(`${path} is larger than any export.`);
  const trusted = [...(await knownPublicKeys(dataDir())), ...(values.key ?? []).map(trustedKey)];
  const verdict = verifyExport(await readFile(path), trusted);
  console.log(verdict.valid ? `${path}: valid. This is what was signed.` : `${path}: NOT valid.`);
  if (verdict.report) console.log(`  report: ${verdict.report.title}`);
  if (verdict.contentHash) console.log(`  content hash: ${verdict.contentHash}`);
  for (const { reviewer, signedAt, statement, keyId, ok } of verdict.signOffs) {
    console.log(
      `  ${ok ? "signed" : "NOT rightly signed"} by ${reviewer.name} at ${signedAt} with key ${keyId}: “${statement}”`,
    );
  }
  for (const reason of verdict.reasons) console.log(`  ${reason}`);
  return verdict.valid ? 0 : 1;
}

function trustedKey(publicKey: string): TrustedKey {
  const bytes = fromBase64(publicKey);
  if (bytes?.length !== 32) throw new WrongUsage("A public key is 32 bytes in base64.");
  return { id: keyIdOf(bytes), publicKey };
}
