/** Whether plain http to this machine is fine: `STET_WEBHOOKS_TO_LOCALHOST=1`, for tests and development. */
export function allowsLocalWebhooks(): boolean {
  return process.env.STET_WEBHOOKS_TO_LOCALHOST === "1";
}
