import pino from "pino";

/** The server's log, one JSON object a line on stdout. Secrets are taken out wherever they would stand. */
export const log = pino({
  level: process.env.STET_LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["authorization", "cookie", "password", "secret", "token", "passwordHash"].flatMap((name) => [
      name,
      `*.${name}`,
      `*.*.${name}`,
    ]),
    censor: "…",
  },
});
