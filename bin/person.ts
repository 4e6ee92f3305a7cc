import { type Context, scopes } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import { Refusal } from "./outcome";

/**
 * In whose name a command acts: the account with this address, else the installation's first admin. Whoever runs
 * the command line holds the database's password already; the journal still says whose name was used.
 */
export async function actAs(db: Database, email: string | undefined): Promise<Context> {
  const user = await db.user.findFirst({
    where:
      email === undefined
        ? { isAdmin: true, disabledAt: null }
        : { email: email.toLowerCase(), disabledAt: null },
    orderBy: { createdAt: "asc" },
  });
  if (!user) {
    throw new Refusal(
      email === undefined
        ? "There is no admin yet. Start Stet once (npm start), or name an account with --as EMAIL."
        : `There is no account for ${email}.`,
    );
  }
  const { id, name, isAdmin } = user;
  return { db, caller: { id, name, email: user.email, isAdmin, inPerson: true, scopes } };
}
