import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** A new secret as the scheme writes it: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

type Message = { id: string /** Whole seconds since 1970. */; timestamp: number; body: string };

/**
 * The header `webhook-signature`: one signature for each secret, so that a receiver who still has the old one can
 * check too. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureHeader(secrets: readonly string[], { id, timestamp, body }: Message): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), "base64");
      return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    })
    .join(" ");
}
