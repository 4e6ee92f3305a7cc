import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/dataDir";
import type { SigningKey } from "@/lib/db/generated/client";
import { Refusal } from "@/lib/http/refusal";
import { fromBase64, toBase64 } from "./base64";
import { keyIdOf, publicKeyOf } from "./signature";
import type { PublicKey, TrustedKey } from "./verify";

export type SigningKeyPair = { id: string; privateKey: Uint8Array; publicKey: string };

/**
 * The key that this installation signs with: from `STET_SIGNING_KEY` (32 bytes, base64; for installations of several
 * machines), else from the file `signing-key` of the data folder, made at the first start. It is read each time, so
 * that a key changed by {@link rotateSigningKey} is the running server's at once. The public half goes to the database
 * and to `signing-keys.json` beside it, which is what verifying offline trusts; another key than before retires that.
 *
 * Within a transaction, a change of keys waits until it ends: nothing is signed with a key that is retired already.
 */
export async function signingKey(db: Database | Transaction): Promise<SigningKeyPair> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('stet signing key'))`;
  const pair = pairOf(process.env.STET_SIGNING_KEY ?? (await storedKey()));
  await announce(db, pair);
  return pair;
}

/** Every public key in the table, the newest first; see {@link attestedKeys}. Asks nobody's permission. */
export async function listSigningKeys(db: Database | Transaction): Promise<PublicKey[]> {
  const rows = await db.signingKey.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
  return rows.map(presentKey);
}

/**
 * Of these keys those that the data folder knows too, the newest first: what somebody put into the table is neither
 * trusted nor published by that. Where the key is given by `STET_SIGNING_KEY` there are several machines, whose folders
 * do not know what the others' knew: then the table is believed.
 */
export async function attestedKeys(db: Database | Transaction): Promise<PublicKey[]> {
  const keys = await listSigningKeys(db);
  if (process.env.STET_SIGNING_KEY !== undefined) return keys;
  const known = new Set((await knownPublicKeys()).map(({ publicKey }) => publicKey));
  return keys.filter(({ publicKey }) => known.has(publicKey));
}

/**
 * Signs with a new key from now on. Of the old one the public half stays for ever, with the time of its retirement;
 * the private half is destroyed, since all it could still do is date something back. Servers that run read the new
 * one with their next signature.
 * @throws Refusal `forbidden` where the key is given by `STET_SIGNING_KEY`, which no command can change
 */
export async function rotateSigningKey(db: Database): Promise<PublicKey[]> {
  if (process.env.STET_SIGNING_KEY !== undefined) {
    throw new Refusal(
      "forbidden",
      "The key is given by STET_SIGNING_KEY. Set it to a new one on every machine (openssl rand -base64 32) and start Stet again: the old public key is kept and retired by itself.",
    );
  }
  // What stands in the file before is announced first: it may never have signed, or the database may be new.
  await signingKey(db);
  await inTransaction(db, async (tx) => {
    // Waits for signatures that are being made.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('stet signing key'))`;
    const next = toBase64(randomBytes(32));
    const path = join(dataDir(), "signing-key");
    await writeFile(`${path}.next`, `${next}\n`, { mode: 0o600 });
    await announce(tx, pairOf(next));
    // The file decides: cut off before this, the old key goes on; after it, the next signature retires the old one.
    await rename(`${path}.next`, path);
  });
  return listSigningKeys(db);
}

/** The public keys known in a data folder, without any database. Empty where there is none. */
export async function knownPublicKeys(folder = dataDir()): Promise<TrustedKey[]> {
  const text = await readFile(join(folder, "signing-keys.json"), "utf8").catch(absent);
  return text === null ? [] : JSON.parse(text);
}

function presentKey({ id, publicKey, createdAt, retiredAt }: SigningKey): PublicKey {
  const times = { createdAt: createdAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null };
  return { id, publicKey, ...times };
}

function pairOf(secret: string): SigningKeyPair {
  const privateKey = fromBase64(secret);
  if (privateKey?.length !== 32) throw new Error("The signing key is not 32 bytes in base64.");
  const publicKey = publicKeyOf(privateKey);
  return { id: keyIdOf(publicKey), privateKey, publicKey: toBase64(publicKey) };
}

/** Writes down that this is the key in use, where it is not yet known to be. */
async function announce(db: Database | Transaction, { id, publicKey }: SigningKeyPair): Promise<void> {
  const known = await db.signingKey.findUnique({ where: { id } });
  if (known?.retiredAt !== null) {
    await db.$executeRaw`
      INSERT INTO signing_key (id, public_key, created_at)
      VALUES (${id}, ${publicKey}, date_trunc('milliseconds', clock_timestamp()))
      ON CONFLICT (id) DO UPDATE SET retired_at = NULL`;
    await db.$executeRaw`
      UPDATE signing_key SET retired_at = date_trunc('milliseconds', clock_timestamp())
      WHERE id <> ${id} AND retired_at IS NULL`;
  }
  await remember(await listSigningKeys(db), id);
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

/**
 * Keeps the public keys in the data folder, those of an earlier database included. Of those in the database only the
 * one in use is new there: what somebody else put into the table must not come to be trusted by that.
 */
async function remember(stand: readonly PublicKey[], inUse: string): Promise<void> {
  const path = join(dataDir(), "signing-keys.json");
  const stored = await readFile(path, "utf8").catch(absent);
  const known: TrustedKey[] = stored === null ? [] : JSON.parse(stored);
  const keys = stand.filter(
    ({ id, publicKey }) => id === inUse || known.some((key) => key.id === id && key.publicKey === publicKey),
  );
  const others = known.filter(({ id }) => !keys.some((key) => key.id === id));
  const text = `${JSON.stringify([...others, ...keys.toReversed()], null, 2)}\n`;
  if (text === stored) return;
  await mkdir(dataDir(), { recursive: true });
  // Whole or not at all: a verifier may read it at any time.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, text);
  await rename(draft, path);
}

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
