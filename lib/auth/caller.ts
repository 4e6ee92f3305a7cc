import type { Database } from "@/lib/db/client";

/** What a bearer token may do; a session in the browser may do all of it. */
export const scopes = ["read", "write", "sign"] as const;
export type Scope = (typeof scopes)[number];

/** Who is calling, already checked: the user exists, is not disabled, and the session or token still holds. */
export type Caller = {
  id: string;
  name: string;
  email: string;
  isAdmin: boolean;
  /** Signed in, in a browser or at the command line; not by a bearer token. */
  inPerson: boolean;
  scopes: readonly Scope[];
  /** The sign-in that a browser's session comes from, so that ending it ends what it left open. */
  sessionId?: string;
  /** When the session or token ends by itself. */
  endsAt?: Date;
};

/** What every command and query gets: where the data is, and who asks. */
export type Context = {
  db: Database;
  caller: Caller;
  /** The name the sender gave this change (`Idempotency-Key`): one that was done is not done again. */
  deed?: string;
  /** Where the request came from, for limits. */
  address?: string;
};
