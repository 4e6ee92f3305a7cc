import { fromBase64 } from "@/lib/reviews/base64";
import { keyIdOf } from "@/lib/reviews/signature";
import type { TrustedKey } from "@/lib/reviews/verify";
import { WrongUsage } from "./outcome";

/** A public key as given on the command line. */
export function trustedKey(publicKey: string): TrustedKey {
  const bytes = fromBase64(publicKey);
  if (bytes?.length !== 32) throw new WrongUsage("A public key is 32 bytes in base64.");
  return { id: keyIdOf(bytes), publicKey };
}
