import { checkSigned, type Signed } from "@/lib/reviews/signature";
import type { TrustedKey } from "@/lib/reviews/verify";

type Expected = {
  /** The content hash recomputed from the file. */
  hash: string;
  /** When the statement says it was signed, an ISO instant. */
  at: string;
  trustedKeys: readonly TrustedKey[];
};

/**
 * What is wrong with one signed statement, as sentences that begin with `name`: with the statement itself, and with
 * the trust in its key.
 */
export function judgeSeal(
  name: string,
  sealed: Signed<{ keyId: string; contentHash: string }>,
  { hash, at, trustedKeys }: Expected,
): { faults: string[]; keyFaults: string[] } {
  const check = checkSigned(sealed);
  const faults: string[] = [];
  if (!check.ok) faults.push(`${name} is not genuine: ${check.reason}.`);
  if (sealed.signed.contentHash !== hash) {
    faults.push(`${name} is over other content than this file holds: the content was changed after signing.`);
  }
  return { faults, keyFaults: keyFaults(name, sealed, { at, trustedKeys }) };
}

function keyFaults(
  name: string,
  { publicKey, signed }: Signed<{ keyId: string }>,
  { at, trustedKeys }: Pick<Expected, "at" | "trustedKeys">,
): string[] {
  const known = trustedKeys.filter((key) => key.publicKey === publicKey);
  if (known.length === 0) {
    return [
      `${name} was made with the key ${signed.keyId}, which is not among the keys you trust. Get the public key that the newsroom publishes under this id and give it to the verifier; do not take it from this file.`,
    ];
  }
  const retired = known.find(({ retiredAt }) => retiredAt && Date.parse(at) > Date.parse(retiredAt));
  return retired
    ? [`${name} says it was made at ${at}, but its key ${signed.keyId} was retired at ${retired.retiredAt}.`]
    : [];
}
