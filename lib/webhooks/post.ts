import { request } from "undici";
import { whyNotPosted } from "./addresses";
import { ClosedAddress, carefulAgent } from "./connect";
import { allowsLocalWebhooks } from "./localWebhooks";
import type { WebhookTry } from "./schema";
import { signatureHeader } from "./signature";

/** One message on its way: where to, what, and what it is signed with. */
export type Message = { id: string; url: string; body: string; secrets: readonly string[] };

const TIMEOUT_MS = 10_000;
/** Of the whole exchange: a receiver that dribbles ends here. */
const WHOLE_MS = 15_000;
const KEPT_ANSWER = 1_000;

/**
 * Posts one message and says how it went; never throws for what the other side does. Only a 2xx answer counts;
 * redirects are not followed.
 */
export async function postMessage({ id, url, body, secrets }: Message): Promise<WebhookTry> {
  const begin = performance.now();
  const at = new Date().toISOString();
  const ended = (rest: Omit<WebhookTry, "at" | "durationMs">): WebhookTry => {
    return { at, durationMs: Math.round(performance.now() - begin), ...rest };
  };
  const allowsLocal = allowsLocalWebhooks();
  const refusal = whyNotPosted(url, allowsLocal);
  if (refusal) return ended({ status: null, response: "", error: refusal });
  const agent = carefulAgent({ allowsLocal, timeoutMs: TIMEOUT_MS });
  const timestamp = Math.floor(Date.now() / 1_000);
  try {
    const answer = await request(url, {
      method: "POST",
      dispatcher: agent,
      signal: AbortSignal.timeout(WHOLE_MS),
      headers: {
        "content-type": "application/json",
        "user-agent": "Stet-Webhooks/1",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signatureHeader(secrets, { id, timestamp, body }),
      },
      body,
    });
    const status = answer.statusCode;
    const response = await beginningOf(answer.body);
    return ended({ status, response, error: whyNotTaken(status) });
  } catch (error) {
    return ended({ status: null, response: "", error: sentenceOf(error) });
  } finally {
    await agent.destroy();
  }
}

function whyNotTaken(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return "It answered with a redirect, which is not followed.";
  return `It answered ${status}.`;
}

/** As much of the answer as is kept; the rest is not read. Control characters would not store. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= KEPT_ANSWER) break;
    }
  } catch {
    // An answer cut short was still an answer: its status counts.
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, KEPT_ANSWER));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd");
}

const sentences: Record<string, string> = {
  ECONNREFUSED: "Nobody listens at this address.",
  ENOTFOUND: "No machine has this name.",
  EAI_AGAIN: "The name could not be looked up.",
  ECONNRESET: "The connection was cut.",
  UND_ERR_SOCKET: "The connection was cut.",
  UND_ERR_CONNECT_TIMEOUT: "It could not be reached in time.",
  UND_ERR_HEADERS_TIMEOUT: "It did not answer in time.",
  UND_ERR_BODY_TIMEOUT: "It did not answer in time.",
};

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return "It could not be sent.";
  if (error.name === "TimeoutError") return "It did not answer in time.";
  const { code = "" } = error as Error & { code?: string };
  if (error instanceof ClosedAddress) return error.message;
  return sentences[code] ?? `It could not be sent (${code || error.name}).`;
}
