import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "@/lib/journal/canonical";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";

/** A statement as it travels, with its Ed25519 signature and the raw public key, both in base64. */
export type Signed<S> = { signed: S; signature: string; publicKey: string };

export type SignatureCheck = { ok: true } | { ok: false; reason: string };

/**
 * The name of a key: the first 16 hex digits of the SHA-256 of the raw 32-byte public key. Short enough to be read
 * aloud; trust never rests on it alone, the verifier compares whole public keys.
 */
export function keyIdOf(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey)).slice(0, 16);
}

/** The raw 32-byte public key that belongs to a 32-byte private key (RFC 8032 §5.1.5). */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(privateKey);
}

/** Ed25519 (RFC 8032 §5.1.6): the 64-byte signature over `message`. */
export function signBytes(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  return ed25519.sign(message, privateKey);
}

/**
 * Ed25519 verification in its strict reading (RFC 8032 §5.1.7): only canonical encodings, S below the group
 * order, no public key of small order, so that a signature has one form and fits one message. Never throws.
 */
export function verifyBytes(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * Signs a statement with a 32-byte private key. The message is the statement's canonical JSON in UTF-8; its
 * `format` field keeps it apart from anything else the key may sign.
 * @throws Error when `statement.keyId` names another key.
 */
export function signStatement<S extends { keyId: string }>(statement: S, privateKey: Uint8Array): Signed<S> {
  const publicKey = publicKeyOf(privateKey);
  if (statement.keyId !== keyIdOf(publicKey)) throw new Error("The statement names another signing key.");
  const signature = signBytes(messageOf(statement), privateKey);
  return { signed: statement, signature: toBase64(signature), publicKey: toBase64(publicKey) };
}

/**
 * Whether a signature is right for its statement and its own public key. It does not say that the key is to be
 * trusted: whoever makes a file can put a key of their own in it.
 */
export function checkSigned(sealed: Signed<{ keyId: string }>): SignatureCheck {
  const publicKey = fromBase64(sealed.publicKey);
  if (publicKey?.length !== 32) return { ok: false, reason: "its public key is not an Ed25519 key" };
  if (sealed.signed.keyId !== keyIdOf(publicKey)) {
    return { ok: false, reason: "its public key is not the key that the statement names" };
  }
  const signature = fromBase64(sealed.signature);
  if (signature?.length !== 64) return { ok: false, reason: "its signature is not an Ed25519 signature" };
  if (!verifyBytes(signature, messageOf(sealed.signed), publicKey)) {
    return { ok: false, reason: "its signature does not fit its statement" };
  }
  return { ok: true };
}

function messageOf(statement: unknown): Uint8Array {
  return utf8ToBytes(canonicalJson(statement));
}
