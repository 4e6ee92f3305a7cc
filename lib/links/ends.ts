import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "./schema";

/** What a link relies on in one of its ends: its words, where they stand, and what they were said to mean. */
export type End = Pick<Annotation, "revisionId" | "start" | "end" | "kind" | "exact" | "attributes">;

/**
 * What both ends say, hashed: SHA-256, hex. Kept with a link when a person looks at it; another value later means
 * that an end was changed or moved since. `endsDigestSql` (endsQueries.ts) is the same in Postgres; a test compares them.
 */
export function endsDigest(from: End, to: End): string {
  return bytesToHex(sha256(utf8ToBytes(`${saidBy(from)}\n\n${saidBy(to)}`)));
}

/** Whether a link's ends say something else than when a person last looked. Unknown (never looked) is no. */
export function isFlagged(link: Pick<Link, "endsDigest">, from: End, to: End): boolean {
  return link.endsDigest !== "" && link.endsDigest !== endsDigest(from, to);
}

function saidBy({ revisionId, start, end, kind, exact, attributes }: End): string {
  const said = Object.keys(attributes)
    .filter((name) => attributes[name] !== null && attributes[name] !== undefined)
    .sort()
    .map((name) => `${name}=${asPostgresSays(attributes[name])}`);
  return [revisionId, start, end, kind, exact, ...said].join("\n");
}

/** A JSON value as `jsonb_each_text` has it. Attributes hold strings, numbers, booleans and lists of strings. */
function asPostgresSays(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => JSON.stringify(one)).join(", ")}]`;
  if (typeof value === "number") return withoutExponent(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** 1e21 as 1000000000000000000000: Postgres keeps numbers as decimals. */
function withoutExponent(value: number): string {
  const [mantissa = "", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const shift = Number(exponent);
  const digits = whole + fraction;
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - whole.length)}${digits}`;
  return `${sign}${digits.padEnd(whole.length + shift, "0")}`;
}
