import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { createUser, disableUser, newUserInput } from "@/lib/auth/users";
import { Refusal, WrongUsage } from "../outcome";
import { actAs } from "../person";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet user --email EMAIL --name NAME [--admin]
       stet user --disable EMAIL

Makes an account and prints its first password, this once; they change it after signing in. Or disables one: its
sessions and tokens end at once, what it did stays.`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      admin: { type: "boolean" },
      disable: { type: "string" },
    },
  });
  if (values.disable) return disable(values.disable);
  const { email, name, admin: isAdmin = false } = values;
  if (!email || !name) throw new WrongUsage("Give --email and --name.");
  const password = randomBytes(12).toString("base64url");
  const input = newUserInput.safeParse({ email, name, password });
  if (!input.success) throw new Refusal(input.error.issues[0]?.message ?? "This cannot be an account.");
  return withDatabase(async (db) => {
    const user = await createUser(db, { ...input.data, isAdmin });
    console.log(`${user.email}  ${password}`);
    return 0;
  });
}

function disable(email: string): Promise<number> {
  return withDatabase(async (db) => {
    const { caller } = await actAs(db, email);
    await disableUser(db, caller.id);
    console.log(`${caller.email} is disabled.`);
    return 0;
  });
}
