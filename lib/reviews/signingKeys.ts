import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database, Transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/dataDir";
import { fromBase64, toBase64 } from "./base64";
import { keyIdOf, publicKeyOf } from "./signature";
import type { TrustedKey } from "./verify";

export type SigningKeyPair = { id: string; privateKey: Uint8Array; publicKey: string };

/**
 * The installation's Ed25519 key: from `STET_SIGNING_KEY` (32 bytes, base64; for installations of several
 * machines), else from the file `signing-key` of the data folder, made at first need. The public half goes to the
 * database and to `signing-keys.json` beside it, which is what verifying offline trusts.
 */
export async function signingKey(db: Database | Transaction): Promise<SigningKeyPair> {
  const privateKey = fromBase64(process.env.STET_SIGNING_KEY ?? (await storedKey()));
  if (privateKey?.length !== 32) throw new Error("The signing key is not 32 bytes in base64.");
  const publicKey = publicKeyOf(privateKey);
  const pair = { id: keyIdOf(publicKey), privateKey, publicKey: toBase64(publicKey) };
  await db.signingKey.createMany({ data: { id: pair.id, publicKey: pair.publicKey }, skipDuplicates: true });
  await rememberPublicKey({ id: pair.id, publicKey: pair.publicKey });
  return pair;
}

/** Every public key this installation ever signed with. */
export async function listSigningKeys(db: Database): Promise<TrustedKey[]> {
  return db.signingKey.findMany({ select: { id: true, publicKey: true }, orderBy: { createdAt: "asc" } });
}

/** The public keys known in a data folder, without any database. Empty where there is none. */
export async function knownPublicKeys(folder = dataDir()): Promise<TrustedKey[]> {
  const text = await readFile(join(folder, "signing-keys.json"), "utf8").catch(absent);
  return text === null ? [] : JSON.parse(text);
}

async function storedKey(): Promise<string> {
  const path = join(dataDir(), "signing-key");
  const stored = await readFile(path, "utf8").catch(absent);
  if (stored !== null) return stored.trim();
  await mkdir(dataDir(), { recursive: true });
  try {
    // "wx": of two processes that start together, one makes the key and the other reads it.
    await writeFile(path, `${toBase64(randomBytes(32))}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(path, "utf8")).trim();
}

async function rememberPublicKey(key: TrustedKey): Promise<void> {
  const known = await knownPublicKeys();
  if (known.some(({ id }) => id === key.id)) return;
  await mkdir(dataDir(), { recursive: true });
  await writeFile(join(dataDir(), "signing-keys.json"), `${JSON.stringify([...known, key], null, 2)}\n`);
}

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
