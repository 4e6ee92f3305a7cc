import { parseArgs } from "node:util";
import { type Scope, scopes } from "@/lib/auth/caller";
import { createToken } from "@/lib/auth/tokens";
import { WrongUsage } from "../outcome";
import { actAs } from "../person";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet token --user EMAIL [--scope read|write|sign]… [--days N] [--name NAME]

Makes a bearer token for the API and prints it, this once: only its hash is stored.
  --scope SCOPE   what it may do (read and write)
  --days N        how long it holds (30)
  --name NAME     what it is for ("command line")`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      user: { type: "string" },
      scope: { type: "string", multiple: true },
      days: { type: "string" },
      name: { type: "string" },
    },
  });
  const { user, scope = ["read", "write"], days = "30", name = "command line" } = values;
  if (!user) throw new WrongUsage("Name the account with --user EMAIL.");
  const wanted = scope.map((given) => {
    const known = scopes.find((candidate): candidate is Scope => candidate === given);
    if (!known) throw new WrongUsage(`A scope is ${scopes.join(", ")}, not "${given}".`);
    return known;
  });
  return withDatabase(async (db) => {
    const { caller } = await actAs(db, user);
    const { secret } = await createToken(db, { userId: caller.id, name, scopes: wanted, days: Number(days) });
    console.log(secret);
    return 0;
  });
}
