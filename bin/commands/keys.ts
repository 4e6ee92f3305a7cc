import { parseArgs } from "node:util";
import { listSigningKeys, rotateSigningKey } from "@/lib/reviews/signingKeys";
import type { PublicKey } from "@/lib/reviews/verify";
import { WrongUsage } from "../outcome";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet keys list
       stet keys rotate

  list      every public key that this installation ever signed with, the newest first
  rotate    makes a new signing key and signs with it from now on, in servers that run too. The old public key is
            kept, with the time of its retirement: what it signed verifies for ever. The old private key is destroyed.
            Where the key is given by STET_SIGNING_KEY, change it there and start Stet again.`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [verb, ...more] = positionals;
  if (more.length > 0 || (verb !== "list" && verb !== "rotate")) throw new WrongUsage("Say list or rotate.");
  return withDatabase(async (db) => {
    const keys = verb === "rotate" ? await rotateSigningKey(db) : await listSigningKeys(db);
    for (const key of keys) console.log(line(key));
    if (keys.length === 0) console.log("There is no key yet: the first start makes one.");
    return 0;
  });
}

function line({ id, publicKey, createdAt, retiredAt }: PublicKey): string {
  return `${id}  ${publicKey}  since ${createdAt}${retiredAt ? `, retired ${retiredAt}` : ", in use"}`;
}
