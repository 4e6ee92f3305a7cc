import { parseArgs } from "node:util";
import { Refusal } from "../outcome";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet checkpoint

Signs how far every dossier's journal has come, in the database and in the files of the folder "checkpoints" of the data
folder. A running installation does that by itself: at every sign-off, and every few minutes where something is new.
Copy the files to where nobody who can change the database can change them too.
Exit code 0: done. 1: a journal cannot be signed, because it was rewritten.`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { makeDueCheckpoints } = await import("@/lib/checkpoints/make");
  const { made, failed } = await withDatabase(makeDueCheckpoints);
  console.log(made === 1 ? "1 checkpoint made." : `${made} checkpoints made.`);
  if (failed.length > 0) {
    throw new Refusal(`The journal of ${failed.join(", ")} cannot be signed: run "stet audit".`);
  }
  return 0;
}
