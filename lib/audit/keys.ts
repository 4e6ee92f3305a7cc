import type { Transaction } from "@/lib/db/client";
import { fromBase64 } from "@/lib/reviews/base64";
import { keyIdOf } from "@/lib/reviews/signature";
import type { TrustedKey } from "@/lib/reviews/verify";
import type { Finding } from "./finding";

/**
 * The public keys in the database against those that the installation keeps in its folder, which alone are trusted.
 * When each was made and retired is not attested.
 */
export async function keyFindings(tx: Transaction, known: readonly TrustedKey[]): Promise<Finding[]> {
  const rows = await tx.signingKey.findMany({ orderBy: { id: "asc" } });
  const at = (id: string | null, field: string | null) => ({
    dossierId: null,
    table: "signing_key",
    id,
    field,
  });
  if (known.length === 0 && rows.length > 0) {
    const sentence =
      "No public key is known outside the database (signing-keys.json), so that no signature can be trusted.";
    return [{ ...at(null, null), sentence }];
  }
  const findings = rows.flatMap(({ id, publicKey }): Finding[] => {
    const bytes = fromBase64(publicKey);
    if (!bytes || keyIdOf(bytes) !== id) {
      return [{ ...at(id, "publicKey"), sentence: "The key is not the one that its name is made of." }];
    }
    if (known.some((one) => one.publicKey === publicKey)) return [];
    return [
      {
        ...at(id, null),
        sentence: "This key stands in the database and not among those that the installation keeps.",
      },
    ];
  });
  const missing = known
    .filter((one) => !rows.some(({ id }) => id === one.id))
    .map(({ id }) => ({
      ...at(id, null),
      sentence: "The installation keeps this key, and it is not in the database.",
    }));
  return [...findings, ...missing];
}
