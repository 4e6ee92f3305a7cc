/** Every code a refusal can carry, with the HTTP status it answers with. The one place that maps them. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  stale: 409,
  duplicate: 409,
  outdated: 409,
  incomplete: 409,
  too_large: 413,
  unsupported_type: 415,
  quote_mismatch: 422,
  out_of_range: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof statusOf;

type Details = { field?: string; current?: unknown; retryAfterSeconds?: number };

/** A refusal a person can understand: a stable code, a sentence, the field it is about, the state it met. */
export class Refusal extends Error {
  readonly field?: string;
  /** What is stored now, for `stale` and `duplicate`. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;

  constructor(
    readonly code: RefusalCode,
    message: string,
    details: Details = {},
  ) {
    super(message);
    this.name = "Refusal";
    Object.assign(this, details);
  }
}

/** What may not be known to exist: the same answer, word for word, whether it is absent or another's. */
export function notFound(): Refusal {
  return new Refusal("not_found", "This does not exist, or it is not yours to see.");
}

/** The row moved on since it was read; `current` is what it says now. */
export function stale(what: string, current: unknown): Refusal {
  return new Refusal(
    "stale",
    `Someone else changed this ${what} since you read it. Nothing was overwritten.`,
    {
      current,
    },
  );
}
