import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "@/lib/journal/canonical";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { keyIdOf, publicKeyOf, signBytes, verifyBytes } from "@/lib/reviews/signature";

/**
 * The seal of a file that cannot be made again byte by byte: the installation's signature over the file as it wrote
 * it. With it, whoever trusts the key knows that the pages are those that Stet printed from the content named.
 * It is the last line of a PDF, a comment behind the end of the file, where readers look past it (ISO 32000-1 §7.5.5
 * with the implementation note that the end marker may stand anywhere in the last 1024 bytes).
 */
export type Seal = { publicKey: string; isGenuine: boolean };

const LINE = /%stet-seal 1 ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{86}==)\n$/;
const LINE_LENGTH = "%stet-seal 1 ".length + 44 + 1 + 88 + 1;

/** The file with its seal. */
export function sealed(file: Uint8Array, contentHash: string, privateKey: Uint8Array): Uint8Array {
  const publicKey = publicKeyOf(privateKey);
  const signature = signBytes(messageOf(file, contentHash, keyIdOf(publicKey)), privateKey);
  const line = utf8ToBytes(`%stet-seal 1 ${toBase64(publicKey)} ${toBase64(signature)}\n`);
  const whole = new Uint8Array(file.length + line.length);
  whole.set(file);
  whole.set(line, file.length);
  return whole;
}

/** The seal at the very end of a file and whether it fits all that is before it; null when there is none. */
export function sealOf(file: Uint8Array, contentHash: string): Seal | null {
  if (file.length < LINE_LENGTH) return null;
  const body = file.subarray(0, file.length - LINE_LENGTH);
  const line = new TextDecoder("latin1").decode(file.subarray(body.length));
  const [, publicKey, signature] = LINE.exec(line) ?? [];
  const key = publicKey ? fromBase64(publicKey) : null;
  const signed = signature ? fromBase64(signature) : null;
  if (!publicKey || !key || !signed) return null;
  return { publicKey, isGenuine: verifyBytes(signed, messageOf(body, contentHash, keyIdOf(key)), key) };
}

function messageOf(file: Uint8Array, contentHash: string, keyId: string): Uint8Array {
  return utf8ToBytes(
    canonicalJson({
      ...{ format: "stet.seal", formatVersion: 1 },
      ...{ contentHash, sha256: bytesToHex(sha256(file)), keyId },
    }),
  );
}
